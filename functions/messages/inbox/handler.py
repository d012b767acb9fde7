"""Inbox: the cases in which members write, who works on each, hand-overs, and one answer to many.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, FINANCE, QUALITY
from helsebro.errors import BadInput, Fault
from helsebro.ids import ClaimId, ThreadId
from helsebro.messages.thread import ENQUIRY, QUEUES, WORKED_BY, InboxQueue, Thread
from helsebro.messages.words import Words
from helsebro_aws.dynamodb.refusals import AlreadyAnswered
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.messages.inbox.inbox_view import entries_shown, entry_kept, result_shown
from helsebro_aws.messages.keys import NO_ONE
from helsebro_aws.messages.writing import Writing

if TYPE_CHECKING:
    from helsebro_aws.messages.inbox import inbox_body
    from helsebro_aws.messages.inbox.inbox_answer import BulkAnswer, SettledAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
writing = Writing()
STAFF_OF_INBOX = {CASEWORKER, FINANCE, QUALITY}
ENTRY = "messages.inbox.inbox_answer.InboxEntryAnswer"


@route.get(
    "/v1/inbox",
    allows=STAFF_OF_INBOX,
    queries=("queue", "assignee", "limit", "cursor"),
    returns=f"Page[{ENTRY}]",
)
def list_inbox(call: Call) -> HttpAnswer:
    """Lists the cases and enquiries of a queue: what waits longest first, then what was answered last.

    Before them all comes what a member's words say cannot wait (`need`).
    `queue` is `claims` by default. With `assignee`, only those that this staff member works on (`me`), or no
    one (`none`). Who has read an inbox can be given a case.
    """
    queue, assignee = _queue(call), call.given("assignee")
    writing.note_reader(call.caller)
    if assignee == "":
        raise BadInput([Fault("/assignee", "missing", "")], malformed=True)
    of = None if assignee in (None, NO_ONE) else _subject(call, assignee or "")
    found, cursor = writing.threads.inbox(
        call.caller.payer,
        queue,
        call.limit(),
        call.cursor(),
        assignee=of,
        by_assignee=assignee is not None,
    )
    return HttpAnswer(200, {"items": entries_shown(found), "nextCursor": cursor})


@route.put(
    "/v1/inbox/<thread_id>/assignee",
    allows=STAFF_OF_INBOX,
    body="messages.inbox.inbox_body.AssigneeShape",
    returns=ENTRY,
    refuses={403: "role-missing"},
)
def assign_case(call: Call, body: inbox_body.AssigneeShape, thread_id: ThreadId) -> HttpAnswer:
    """Says who works on a case or an enquiry: the caller (`me`), a colleague, or no one (null).

    A colleague is one who has read this payer's inbox before and has a role of the queue. Anyone else is
    refused, with the ids of those who can be chosen. Members still write to the payer; the assignee finds
    what they write under `assignee=me`, and gets the mails about it, if the staff login names an address.
    """
    to = _subject(call, body.assignee) if body.assignee else None
    after = writing.hand_over(lambda: _thread(call, thread_id), call.caller, (to, None), None)
    return HttpAnswer(200, entries_shown([after])[0])


@route.post(
    "/v1/inbox/<thread_id>/hand-over",
    allows=STAFF_OF_INBOX,
    answers=200,
    body="messages.inbox.inbox_body.HandOverShape",
    returns=ENTRY,
    refuses={403: "role-missing"},
)
def hand_over_case(call: Call, body: inbox_body.HandOverShape, thread_id: ThreadId) -> HttpAnswer:
    """Hands a case over to a colleague or to another queue, with a note that no member sees.

    The colleague, or else the staff of the queue, get an e-mail that a case was handed over. After a
    hand-over to another queue its staff can read the messages, and the caller may be one who no longer can.
    """
    to = _subject(call, body.assignee) if body.assignee else None
    note = Words(body.note, call.language, note=True)
    after = writing.hand_over(
        lambda: _thread(call, thread_id),
        call.caller,
        (to, body.queue),
        note,
        lambda changed: call.receipt(HttpAnswer(200, entry_kept(changed))),
    )
    return HttpAnswer(200, entry_kept(after))


@route.post(
    "/v1/inbox/<thread_id>/settle",
    allows=STAFF_OF_INBOX,
    creates=False,
    answers=200,
    returns="messages.inbox.inbox_answer.SettledAnswer",
    refuses={403: "role-missing"},
)
def settle_case(call: Call, thread_id: ThreadId) -> HttpAnswer:
    """Says that what waits needs no answer, such as a thank-you: its clock ends.

    The member reads among the messages that it was closed, without a mail. A second call changes nothing.
    """
    settled: SettledAnswer = {"threadId": thread_id, "waitsSince": None}
    answer = HttpAnswer(200, settled)
    writing.settle(lambda: _thread(call, thread_id), call.caller, call.receipt(answer))
    return answer


@route.post(
    "/v1/inbox/answers",
    allows=STAFF_OF_INBOX,
    answers=200,
    body_shape="messages.inbox.inbox_body.BulkAnswersShape",
    returns="messages.inbox.inbox_answer.BulkAnswer",
)
def answer_many(call: Call) -> HttpAnswer:
    """Sends one answer to up to 50 cases, enquiries or tasks of one cause.

    Each subject is answered whole or not at all, and `results` says which. A task that only asks to be done
    is closed with its answer. Repeat a call under its key to do what a passing fault left: no subject is
    answered twice.
    """
    from helsebro_aws.messages.inbox.answering_many import AnsweringMany
    from helsebro_aws.messages.inbox.inbox_body import BulkAnswersShape
    from helsebro_aws.messages.message_words import MessageWords

    said = MessageWords(call)
    body = call.read(BulkAnswersShape, said.faults)
    if tables.answered(call.receipt_record):
        raise AlreadyAnswered
    whole = call.receipt(HttpAnswer(200, {}))
    results = AnsweringMany().run(body.subjects, call.caller, said.of(body), whole)
    answered: BulkAnswer = {"results": [result_shown(result, call.language) for result in results]}
    answer = HttpAnswer(200, answered)
    if not any(result.passes for result in results):
        # A fault that passes leaves the key open, so that the same call again does the rest.
        tables.commit([], receipt=call.receipt(answer))
    return answer


def _queue(call: Call) -> InboxQueue:
    asked = call.given("queue")
    queue = next((known for known in QUEUES if known == (asked or "claims")), None)
    if queue is None or asked == "":
        raise BadInput([Fault("/queue", "unknown-inbox-queue", ", ".join(QUEUES))], malformed=True)
    call.caller.must_have(WORKED_BY[queue])
    return queue


def _subject(call: Call, named: str) -> str:
    """Returns the subject of a staff member of the caller's payer."""
    return call.caller.subject if named == "me" else f"staff:{call.caller.payer}:{named}"


def _thread(call: Call, thread_id: ThreadId) -> Thread:
    """Returns the thread as it is now. Raises ``NotFound`` or ``NotAllowed`` to whom it is not for."""
    if thread_id.startswith(ENQUIRY):
        return writing.enquiry_of(thread_id, call.caller)
    return writing.thread_of(ClaimId(thread_id), call.caller)[1]


handler = route.handler
