"""Keys that no context owns alone: of a case, of an event, of a receipt.

Every context makes its own keys in its module ``keys``. A function ``…_key`` returns the partition key and
the sort key of an item; a name in capitals is how sort keys begin. What is stored depends on them: they never
change.
"""

from __future__ import annotations

from typing import TypeAlias

from helsebro import ids

Key: TypeAlias = tuple[str, str]
KEY = "KEY"
"""The sort key of an item that is alone in its partition."""


def as_attributes(key: Key) -> dict[str, str]:
    """The two attributes of an item that are its key."""
    return {"pk": key[0], "sk": key[1]}


def case_partition(identifier: str) -> str:
    """The partition of a claim and of all that belongs to it, by the id of any of these.

    Raises ``NotFound`` for what is no such id.
    """
    return f"{ids.payer_of(identifier)}#{ids.claim_of(identifier)}"


def event_key(event_id: str) -> Key:
    """An event in the outbox."""
    return event_id, "EVENT"


def events_of_clinic(clinic_id: str) -> str:
    """The listing of a clinic's events, in order of time."""
    return f"{clinic_id}#events"


def receipt_key(record: str) -> Key:
    """The answer kept under an idempotency key."""
    return record, KEY
