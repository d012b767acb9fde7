"""Messages in answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.caller import Caller
from helsebro.ids import MessageId
from helsebro.messages.asked import AskedEntry
from helsebro.messages.message import Side, ThreadMessage
from helsebro.messages.thread import Thread
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.http.answer import HttpAnswer

if TYPE_CHECKING:
    from helsebro_aws.messages.shown.message_answer import MessageAnswer, ReadMarkAnswer, SentMessageAnswer

SIDES: tuple[Side, ...] = ("member", "staff")


def sent_shown(message: ThreadMessage) -> HttpAnswer:
    """Returns the answer to a message that was written; its receipt holds no text."""
    sent: SentMessageAnswer = {
        "messageId": message.message_id,
        "at": instant(message.at),
        "answers": message.answers,
    }
    return HttpAnswer(201, sent)


def message_shown(
    message: ThreadMessage, thread: Thread, caller: Caller, name: str | None, *, is_answer: bool
) -> MessageAnswer:
    """Returns a message of a named writer as a caller sees it."""
    shown: MessageAnswer = {
        "messageId": message.message_id,
        "kind": "answer" if is_answer or message.answers else "message",
        "by": message.by,
        "writerName": name,
        "at": instant(message.at),
        "text": message.text,
        "language": message.language,
        "documentIds": list(message.documents),
        "asks": None,
        "answers": message.answers,
        "facts": [],
        "readBy": [side for side in SIDES if thread.read_up_to(side) >= message.number],
    }
    if not caller.payer:
        return shown
    if message.note:
        shown["note"] = True
    if message.staff:
        shown["writtenBy"] = subject_shown(message.staff)
    return shown


def entry_shown(
    entry: AskedEntry, thread: Thread, text: str, language: str, name: str | None
) -> MessageAnswer:
    """Returns a question or an answer that is no message, with its words in the reader's language."""
    is_question, own = entry.kind == "question", "staff" if entry.by == "staff" else "member"
    return {
        "messageId": None,
        "kind": entry.kind,
        "by": entry.by,
        "writerName": name,
        "at": instant(entry.at),
        "text": text,
        "language": language,
        "documentIds": list(entry.documents),
        "asks": entry.about if is_question else None,
        "answers": None if is_question else entry.about,
        "facts": list(entry.facts),
        "readBy": [side for side in SIDES if side == own or thread.has_read(side, entry.at)],
    }


def read_mark_shown(thread: Thread, caller: Caller) -> HttpAnswer:
    """Returns up to where the caller's side has read."""
    number = thread.read_up_to("staff" if caller.payer else "member")
    message_id = MessageId(ids.numbered("msg", thread.thread_id, number)) if number else None
    mark: ReadMarkAnswer = {"readUpTo": message_id}
    return HttpAnswer(200, mark)


def subject_shown(staff: str) -> str:
    """Returns the subject of a staff member as their issuer names it, without the payer before it."""
    return staff.split(":", 2)[-1]
