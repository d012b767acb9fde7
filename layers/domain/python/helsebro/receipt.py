"""Receipt: the answer stored under an idempotency key, so that the same request gets the same answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Receipt:
    """A stored answer. ``record`` is the hash of caller, route and key; ``fingerprint`` that of the body.

    It is written in the same transaction as the change it reports, so it exists if and only if the change
    does (promise 5). ``message`` is the hash of a signed message's id when the id is not itself the key: a
    message is accepted once, whatever key it is sent with (promise 10). ``notes`` are items of the case
    that are stored with the change, such as what was done under a mandate; without a change none is stored.
    """

    record: str
    fingerprint: str
    status: int
    body: Mapping[str, Any]
    message: str | None = None
    notes: tuple[Mapping[str, Any], ...] = ()
