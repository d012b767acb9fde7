"""Enquiries: what a member writes to the payer before there is a case, and what its staff answer (F4-04).

Trigger: HTTP API.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.caller import CASEWORKER, FINANCE, MEMBER, QUALITY
from helsebro.errors import BadInput, NotFound, Refused
from helsebro.ids import EnquiryId, ThreadId
from helsebro.messages.thread import Thread
from helsebro_aws.deadlines.shown.reply_due import ReplyDue
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.messages.keys import message_key
from helsebro_aws.messages.own_enquiry import own_enquiry, payer_faults
from helsebro_aws.messages.shown.message_view import read_mark_shown, sent_shown
from helsebro_aws.messages.shown.thread_page import page_shown
from helsebro_aws.messages.writing import WordsFor, Writing

if TYPE_CHECKING:
    from helsebro.messages.message import ThreadMessage
    from helsebro.receipt import Receipt

app = APIGatewayHttpResolver()
route = Routes(app)
writing, replies = Writing(), ReplyDue()
OF_THE_PAYER = {CASEWORKER, FINANCE, QUALITY}
SENT = "messages.shown.message_answer.SentMessageAnswer"
LISTED = "Page[messages.shown.message_answer.MessageAnswer]"
READ = "messages.shown.message_answer.ReadMarkAnswer"


@route.post(
    "/v1/me/messages",
    allows={MEMBER},
    body_shape="messages.message_body.NewEnquiryShape",
    returns=SENT,
    refuses={422: "not-insured"},
)
def write_before_case(call: Call) -> HttpAnswer:
    """Writes to the payer before there is a case.

    The staff answer within 24 hours or on the next weekday (`dueAt`). Words that suggest an acute need are
    answered with whom to call (`safety`). Papers belong to a case: report a claim first.
    """
    from helsebro_aws.messages.message_body import NewEnquiryShape
    from helsebro_aws.messages.message_words import MessageWords

    said = MessageWords(call)
    body = call.read(NewEnquiryShape, lambda sent: (*said.faults(sent), *payer_faults(call.caller, sent)))
    thread = own_enquiry(call.caller, body.payer)
    return _sent(call, thread, said.of(body))


@route.get("/v1/me/messages", allows={MEMBER}, queries=("payer", "limit", "cursor"), returns=LISTED)
def list_own_messages(call: Call) -> HttpAnswer:
    """Lists what the member and the payer have written before a case, newest first.

    `payer` is needed by a member whom several payers insure.
    """
    try:
        return _listed(call, own_enquiry(call.caller, call.query("payer"), malformed=True))
    except Refused:
        # No payer insures the caller: nothing was ever written.
        return HttpAnswer(200, {"items": [], "nextCursor": None})


@route.put(
    "/v1/me/messages/read",
    allows={MEMBER},
    body_shape="messages.message_body.ReadUpToShape",
    returns=READ,
    refuses={404: "not-found"},
)
def read_own_messages(call: Call) -> HttpAnswer:
    """Says that the member has read what was written before a case up to this message; it never goes back."""
    from helsebro_aws.messages.message_body import ReadUpToShape

    message_id = call.read(ReadUpToShape).message_id
    try:
        thread = own_enquiry(call.caller, ids.payer_of(message_id))
    except (BadInput, Refused):
        raise NotFound() from None
    message_key(thread.thread_id, message_id)
    return _read(call, thread.thread_id, ids.number_of(message_id))


@route.post(
    "/v1/enquiries/<enquiry_id>/messages",
    allows=OF_THE_PAYER,
    body_shape="messages.message_body.NewReplyToEnquiryShape",
    returns=SENT,
    refuses={422: "canned-answer-needs-case"},
)
def answer_enquiry(call: Call, enquiry_id: EnquiryId) -> HttpAnswer:
    """Answers a member who wrote before a case; the clock of what waits ends."""
    from helsebro_aws.messages.message_body import NewReplyToEnquiryShape
    from helsebro_aws.messages.message_words import MessageWords

    thread = writing.enquiry_of(ThreadId(enquiry_id), call.caller)
    said = MessageWords(call)
    return _sent(call, thread, said.of(call.read(NewReplyToEnquiryShape, said.faults)))


@route.get(
    "/v1/enquiries/<enquiry_id>/messages", allows=OF_THE_PAYER, queries=("limit", "cursor"), returns=LISTED
)
def list_enquiry(call: Call, enquiry_id: EnquiryId) -> HttpAnswer:
    """Lists the messages of an enquiry, newest first, with the notes among the staff."""
    return _listed(call, writing.enquiry_of(ThreadId(enquiry_id), call.caller))


@route.put(
    "/v1/enquiries/<enquiry_id>/messages/read",
    allows=OF_THE_PAYER,
    body_shape="messages.message_body.ReadUpToShape",
    returns=READ,
)
def read_enquiry(call: Call, enquiry_id: EnquiryId) -> HttpAnswer:
    """Says that the staff have read an enquiry up to this message; it never goes back."""
    from helsebro_aws.messages.message_body import ReadUpToShape

    thread = writing.enquiry_of(ThreadId(enquiry_id), call.caller)
    message_id = call.read(ReadUpToShape).message_id
    message_key(thread.thread_id, message_id)
    return _read(call, thread.thread_id, ids.number_of(message_id))


def _sent(call: Call, thread: Thread, words: WordsFor) -> HttpAnswer:
    due_of = cache(replies.of)

    def record(after: Thread, made: ThreadMessage) -> Receipt:
        return call.receipt(sent_shown(call, after, made, due_of))

    return sent_shown(call, *writing.in_enquiry(thread, call.caller, words, record), due_of)


def _listed(call: Call, new: Thread) -> HttpAnswer:
    return page_shown(call, writing.threads, writing.threads.known(new.thread_id) or new, replies.of)


def _read(call: Call, thread_id: ThreadId, number: int) -> HttpAnswer:
    after = writing.mark_read(lambda: writing.threads.find(thread_id), call.caller, number)
    return read_mark_shown(after, call.caller)


handler = route.handler
