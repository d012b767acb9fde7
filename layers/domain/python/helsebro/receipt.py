"""Receipt: the answer kept under an idempotency key, so that the same request gets the same answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Receipt:
    """``record`` names caller, route and key in one hash; ``fingerprint`` is the hash of the body.

    Written in the same transaction as the change it answers for, hence it exists if and only if the change
    does (promise 5). ``message`` is the hash of a signed message's id where that is not itself the key: a
    message is accepted once, whatever key it is sent with (promise 10).
    """

    record: str
    fingerprint: str
    status: int
    body: Mapping[str, Any]
    message: str | None = None
