"""Messages in answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.caller import Caller
from helsebro.ids import MessageId
from helsebro.messages.message import Side, ThreadMessage
from helsebro.messages.thread import Thread
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.messages.dynamo_threads import DynamoThreads

if TYPE_CHECKING:
    from helsebro_aws.messages.message_answer import MessageAnswer, ReadMarkAnswer, SentMessageAnswer

SIDES: tuple[Side, ...] = ("member", "staff")


def sent_shown(message: ThreadMessage) -> HttpAnswer:
    """Returns the answer to a message that was written; its receipt holds no text."""
    sent: SentMessageAnswer = {
        "messageId": message.message_id,
        "at": instant(message.at),
        "answers": message.answers,
    }
    return HttpAnswer(201, sent)


def message_shown(message: ThreadMessage, thread: Thread, caller: Caller) -> MessageAnswer:
    """Returns a message as a caller sees it."""
    shown: MessageAnswer = {
        "messageId": message.message_id,
        "by": message.by,
        "at": instant(message.at),
        "text": message.text,
        "language": message.language,
        "documentIds": list(message.documents),
        "answers": message.answers,
        "readBy": [side for side in SIDES if thread.read_up_to(side) >= message.number],
    }
    if not caller.payer:
        return shown
    if message.note:
        shown["note"] = True
    if message.staff:
        shown["writtenBy"] = subject_shown(message.staff)
    return shown


def page_shown(call: Call, threads: DynamoThreads, thread: Thread) -> HttpAnswer:
    """Returns a page of a thread's messages, newest first; staff also see their notes."""
    found, cursor = threads.page(thread, call.limit(), call.cursor(), notes=bool(call.caller.payer))
    items = [message_shown(message, thread, call.caller) for message in found]
    return HttpAnswer(200, {"items": items, "nextCursor": cursor})


def read_mark_shown(thread: Thread, caller: Caller) -> HttpAnswer:
    """Returns up to where the caller's side has read."""
    number = thread.read_up_to("staff" if caller.payer else "member")
    message_id = MessageId(ids.numbered("msg", thread.thread_id, number)) if number else None
    mark: ReadMarkAnswer = {"readUpTo": message_id}
    return HttpAnswer(200, mark)


def subject_shown(staff: str) -> str:
    """Returns the subject of a staff member as their issuer names it, without the payer before it."""
    return staff.split(":", 2)[-1]
