"""Dead letters as an operator may see them: the id and type of an event, why it is here, and never data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from infra.account.dead_letters.dead_letter_queue import DeadLetterQueue
from infra.stage import Stage

MOST = 200
"""How many messages one command reads."""
AT_ONCE = 10
HIDDEN_SECONDS = 120
"""How long a message that was read stays hidden when the command is killed before it returns it."""

EVENT_ID = re.compile(r"evt_[0-9a-v]{26}")
EVENT_TYPE = re.compile(r"[A-Za-z][A-Za-z.-]{0,60}")
TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}Z")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,80}")
REQUEST = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

NOTES: Mapping[tuple[str, ...], re.Pattern[str]] = {
    ("why",): NAME,
    ("requestContext", "condition"): NAME,
    ("requestContext", "requestId"): REQUEST,
    ("DDBStreamBatchInfo", "approximateArrivalOfFirstRecord"): TIME,
    ("DDBStreamBatchInfo", "approximateArrivalOfLastRecord"): TIME,
}
"""Where a body of the outbox or of Lambda says why it is here → the form of that."""
ATTRIBUTES = ("RULE_ARN", "TARGET_ARN", "ERROR_CODE")
"""The attributes with which EventBridge says why it could not hand over an event."""


@dataclass(frozen=True)
class DeadLetter:
    """One message; ``event_id`` and ``event_type`` are empty when it holds none.

    ``notes`` are ``name=value`` of what AWS or the outbox say about the failure.
    """

    message_id: str
    receipt: str
    event_id: str
    event_type: str
    notes: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The line that shows it."""
        named = self.event_id or f"no event, message {self.message_id}"
        return "  ".join(part for part in (named, self.event_type, *self.notes) if part)


@contextmanager
def read(queue: DeadLetterQueue, sqs: Any) -> Iterator[list[DeadLetter]]:
    """Yields up to ``MOST`` messages of the queue, which are hidden from others while the block runs."""
    found: dict[str, DeadLetter] = {}
    try:
        while len(found) < MOST and (more := _received(queue, sqs, min(AT_ONCE, MOST - len(found)))):
            found |= {letter.message_id: letter for letter in more}
        yield list(found.values())
    finally:
        _show_again(queue, list(found.values()), sqs)


def delete(queue: DeadLetterQueue, letters: Sequence[DeadLetter], sqs: Any) -> int:
    """Deletes these messages and no other; returns how many SQS deleted."""
    deleted = 0
    for part in _parts(letters):
        answer = sqs.delete_message_batch(QueueUrl=queue.url, Entries=_entries(part))
        deleted += len(answer.get("Successful", []))
    return deleted


def how_to_republish(to: Stage, letters: Sequence[DeadLetter]) -> str:
    """Returns the command that publishes the events of these messages again, or an empty text."""
    event_ids = dict.fromkeys(letter.event_id for letter in letters if letter.event_id)
    return f"make republish STAGE={to.name} EVENTS='{' '.join(event_ids)}'" if event_ids else ""


def letter_of(message: Any) -> DeadLetter:
    """Reads a message of SQS; only an id and a type that have the form of ours are kept."""
    try:
        body = json.loads(message["Body"])
    except ValueError:
        body = None
    event = body if isinstance(body, dict) else {}
    return DeadLetter(
        message["MessageId"],
        message["ReceiptHandle"],
        _of_form(EVENT_ID, event.get("eventId")),
        _of_form(EVENT_TYPE, event.get("type")),
        (*_notes(event), *_attributes(message.get("MessageAttributes", {}))),
    )


def _notes(event: Mapping[str, Any]) -> Iterator[str]:
    for path, form in NOTES.items():
        value: Any = event
        for part in path:
            value = value.get(part) if isinstance(value, dict) else None
        if text := _of_form(form, value):
            yield f"{path[-1]}={text}"


def _attributes(attributes: Mapping[str, Any]) -> Iterator[str]:
    for name in ATTRIBUTES:
        # Only the end of an ARN is of use: the name of the rule, the queue or the workflow.
        end = re.split(r"[:/]", attributes.get(name, {}).get("StringValue", ""))[-1]
        if text := _of_form(NAME, end):
            yield f"{name}={text}"


def _of_form(form: re.Pattern[str], value: object) -> str:
    return value if isinstance(value, str) and form.fullmatch(value) else ""


def _received(queue: DeadLetterQueue, sqs: Any, most: int) -> list[DeadLetter]:
    answer = sqs.receive_message(
        QueueUrl=queue.url,
        MaxNumberOfMessages=most,
        MessageAttributeNames=list(ATTRIBUTES),
        VisibilityTimeout=HIDDEN_SECONDS,
        WaitTimeSeconds=1,
    )
    return [letter_of(message) for message in answer.get("Messages", [])]


def _show_again(queue: DeadLetterQueue, letters: Sequence[DeadLetter], sqs: Any) -> None:
    """Makes the messages visible at once; SQS answers for each, and one that was deleted is no error."""
    for part in _parts(letters):
        entries = [{**entry, "VisibilityTimeout": 0} for entry in _entries(part)]
        sqs.change_message_visibility_batch(QueueUrl=queue.url, Entries=entries)


def _entries(letters: Sequence[DeadLetter]) -> list[dict[str, Any]]:
    return [{"Id": str(place), "ReceiptHandle": letter.receipt} for place, letter in enumerate(letters)]


def _parts(letters: Sequence[DeadLetter]) -> Iterator[Sequence[DeadLetter]]:
    for start in range(0, len(letters), AT_ONCE):
        yield letters[start : start + AT_ONCE]
