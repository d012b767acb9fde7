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


def events_of_clinic(clinic_id: ClinicId) -> str:
    """Returns the listing of a clinic's events, sorted by time."""
    return f"{clinic_id}#events"


def receipt_key(record: str) -> Key:
    """Returns the key of the answer kept under an idempotency key."""
    return record, KEY
