"""Keys that several contexts use: those of a case, an event and a receipt.

Every context makes its own keys in its module ``keys``. A function ``…_key`` returns the partition key and
the sort key of an item; a constant is the prefix of sort keys. Stored items depend on the keys, so they never
change.
"""

from __future__ import annotations

from typing import TypeAlias

from helsebro import ids
from helsebro.ids import ClinicId

Key: TypeAlias = tuple[str, str]
KEY = "KEY"
"""The sort key of an item that is the only one in its partition."""
FEED_DIGITS = 16
LAST = "\U0010ffff"
"""Sorts after every other text: the end of a range of sort keys."""


def as_attributes(key: Key) -> dict[str, str]:
    """Returns the key as the attributes ``pk`` and ``sk`` of an item."""
    return {"pk": key[0], "sk": key[1]}


def case_partition(identifier: str) -> str:
    """Returns the partition of a claim and all its parts; ``identifier`` is the id of any of them.

    Raises ``NotFound`` when ``identifier`` is not such an id.
    """
    return f"{ids.payer_of(identifier)}#{ids.claim_of(identifier)}"


def event_key(event_id: str) -> Key:
    """Returns the key of an event in the outbox."""
    return event_id, "EVENT"


def clinic_feed(clinic_id: ClinicId) -> str:
    """Returns the partition of a clinic's feed in the ``network`` table: its events and their counter."""
    return f"{clinic_id}#events"


def feed_place(sequence: int) -> str:
    """Returns the sort key of an event in its clinic's feed: its number, with zeros so that text sorts."""
    return f"{sequence:0{FEED_DIGITS}d}"


def feed_counter_key(clinic_id: ClinicId) -> Key:
    """Returns the key of the counter of a clinic's feed; it holds the last number that was given."""
    return clinic_feed(clinic_id), "LAST"


def receipt_key(record: str) -> Key:
    """Returns the key of the answer kept under an idempotency key."""
    return record, KEY


def outbox_failure_key(event_id: str) -> Key:
    """Returns the key of the mark that an event's row failed to be published, in ``idempotency``."""
    return f"outbox-failure#{event_id}", KEY
