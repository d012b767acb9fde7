"""Messages in answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from helsebro import ids
from helsebro.caller import Caller
from helsebro.ids import MessageId
from helsebro.messages.asked import AskedEntry
from helsebro.messages.message import Side, ThreadMessage
from helsebro.messages.thread import Thread
from helsebro_aws.claims.urgent.safety_view import words_safety
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call

if TYPE_CHECKING:
    from helsebro_aws.messages.shown.message_answer import MessageAnswer, ReadMarkAnswer, SentMessageAnswer

SIDES: tuple[Side, ...] = ("member", "staff")
DueOf: TypeAlias = Callable[[Thread], datetime | None]
"""Returns by when the staff answer what waits in a thread."""


def sent_shown(call: Call, thread: Thread, message: ThreadMessage, due_of: DueOf) -> HttpAnswer:
    """Returns the answer to a message that was written; its receipt holds none of its words."""
    sent: SentMessageAnswer = {
        "messageId": message.message_id,
        "at": instant(message.at),
        "answers": message.answers,
        "dueAt": _due_at(message, thread, due_of),
    }
    return HttpAnswer(201, {**sent, **_safety(message, thread, call)})


def message_shown(
    message: ThreadMessage, thread: Thread, call: Call, due_of: DueOf, name: str | None, *, is_answer: bool
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
        "dueAt": _due_at(message, thread, due_of),
    }
    if not call.caller.payer:
        return cast("MessageAnswer", {**shown, **_safety(message, thread, call)})
    if message.need:
        shown["need"] = message.need
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
        "dueAt": None,
    }


def read_mark_shown(thread: Thread, caller: Caller) -> HttpAnswer:
    """Returns up to where the caller's side has read."""
    number = thread.read_up_to("staff" if caller.payer else "member")
    message_id = MessageId(ids.numbered("msg", thread.thread_id, number)) if number else None
    mark: ReadMarkAnswer = {"readUpTo": message_id}
    return HttpAnswer(200, mark)


def _due_at(message: ThreadMessage, thread: Thread, due_of: DueOf) -> str | None:
    due_at = due_of(thread) if thread.awaits_answer_to(message) else None
    return instant(due_at) if due_at else None


def _safety(message: ThreadMessage, thread: Thread, call: Call) -> Mapping[str, Any]:
    """Returns whom to call, for who wrote words that suggest an acute need or reads them on that side."""
    if call.caller.payer or not message.need:
        return {}
    return words_safety(thread.country, call.language, message.text)


def subject_shown(staff: str) -> str:
    """Returns the subject of a staff member as their issuer names it, without the payer before it."""
    return staff.split(":", 2)[-1]
