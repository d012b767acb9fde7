"""A guarantee for tests: a field that a test does not set does not matter to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from helsebro import ids
from helsebro.guarantees.guarantee import Guarantee
from helsebro.money import Money
from helsebro.payer import Contact
from tests.builders.domain.claims import CLAIM_ID

CONTACT = Contact("sundhed@example.org", "70 11 20 20", "8–16")


def guarantee(**changes: Any) -> Guarantee:
    """An active guarantee of three sessions of physiotherapy, none of them booked."""
    claim_id = changes.get("claim_id", CLAIM_ID)
    defaults: dict[str, Any] = {
        "guarantee_id": ids.within("gar", claim_id, bytes(6)),
        "number": "G26-7K3Q9-M2X4T",
        "case_reference": "HB-ABCD-EFGH-2345-MNOP",
        "claim_id": claim_id,
        "payer": "tryg",
        "person_id": "per_a",
        "status": "active",
        "treatment": "physiotherapy",
        "sessions_granted": 3,
        "sessions_booked": 0,
        "sessions_used": 0,
        "valid_from": date(2026, 11, 1),
        "valid_until": date(2027, 4, 30),
        "fee": Money.of(450),
        "contact": CONTACT,
        "payer_endpoint": ("0088", "5790000000005"),
    }
    return Guarantee(**{**defaults, **changes})
