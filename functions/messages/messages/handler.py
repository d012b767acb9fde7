"""Messages: words between a member and the staff in a case, and how far each side has read (F4-09, F4-10).

Trigger: HTTP API.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.caller import CASEWORKER, FINANCE, MEMBER, QUALITY
from helsebro.ids import ClaimId
from helsebro_aws.deadlines.shown.reply_due import ReplyDue
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.messages.keys import message_key
from helsebro_aws.messages.shown.message_view import read_mark_shown, sent_shown
from helsebro_aws.messages.shown.thread_page import page_shown
from helsebro_aws.messages.writing import Writing

if TYPE_CHECKING:
    from helsebro.messages.message import ThreadMessage
    from helsebro.messages.thread import Thread
    from helsebro.receipt import Receipt

app = APIGatewayHttpResolver()
route = Routes(app)
writing, replies = Writing(), ReplyDue()
OF_THE_CASE = {MEMBER, CASEWORKER, FINANCE, QUALITY}


@route.post(
    "/v1/claims/<claim_id>/messages",
    allows=OF_THE_CASE,
    body_shape="messages.message_body.NewMessageShape",
    returns="messages.shown.message_answer.SentMessageAnswer",
    refuses={403: "role-missing", 422: "canned-answer-needs-case"},
)
def send_message(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Writes to the other side of a case: the member, or who works on it.

    A member's message waits for an answer within 24 hours or on the next weekday (`dueAt`). Words that
    suggest an acute need are answered with whom to call (`safety`). While the staff have an open question in
    the case, what the member or who holds a mandate to act writes is its answer: the claim, the refund or the
    extension goes on, and so does its clock. With `answersQuestion: false` it is not, and
    `answersQuestion: true` is refused when there is no question that the caller can answer.
    The papers of `documentIds` are accepted documents of the case. Staff may send a canned answer.
    """
    # Here, because the other routes have smaller bodies or none.
    from helsebro_aws.claims.mandated.mandate_acts import acts_under_mandate
    from helsebro_aws.messages.message_body import NewMessageShape
    from helsebro_aws.messages.message_words import MessageWords

    claim, thread = writing.thread_of(claim_id, call.caller)
    said = MessageWords(call, thread)
    body = call.read(NewMessageShape, said.faults)
    words = said.of(body, documents=body.document_ids, answers=body.answers_question)

    due_of = cache(replies.of)

    def record(after: Thread, made: ThreadMessage) -> Receipt:
        acts = acts_under_mandate([claim], call.caller, "message", made.message_id, made.at, "contact")
        return call.receipt(sent_shown(call, after, made, due_of), acts)

    return sent_shown(call, *writing.in_case(claim_id, call.caller, words, record), due_of)


@route.get(
    "/v1/claims/<claim_id>/messages",
    allows=OF_THE_CASE,
    queries=("limit", "cursor"),
    returns="Page[messages.shown.message_answer.MessageAnswer]",
    refuses={403: "role-missing"},
)
def list_messages(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Lists the messages of a case, newest first.

    Among them are the questions that the staff have asked in the case and what was answered to them (`kind`),
    also by facts or a paper. `readBy` says which side has read each. Staff also see their notes. Quality
    reads all while a complaint is made. A page may hold fewer than `limit` and still have a next one.
    """
    claim, thread = writing.read_by(claim_id, call.caller)
    return page_shown(call, writing.threads, thread, replies.of, claim)


@route.put(
    "/v1/claims/<claim_id>/messages/read",
    allows=OF_THE_CASE,
    body_shape="messages.message_body.ReadUpToShape",
    returns="messages.shown.message_answer.ReadMarkAnswer",
    refuses={403: "role-missing"},
)
def read_messages(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Says that the caller's side has read the messages of a case up to this one.

    It never goes back. A message of another case is not found.
    """
    from helsebro_aws.messages.message_body import ReadUpToShape

    _, thread = writing.thread_of(claim_id, call.caller)
    message_id = call.read(ReadUpToShape).message_id
    message_key(thread.thread_id, message_id)
    after = writing.mark_read(
        lambda: writing.thread_of(claim_id, call.caller)[1], call.caller, ids.number_of(message_id)
    )
    return read_mark_shown(after, call.caller)


handler = route.handler
