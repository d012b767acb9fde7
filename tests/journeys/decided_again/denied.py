"""A case that a caseworker denied, by a clause of the terms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.journeys.bills_and_borders.billed_case import BilledCase
from tests.journeys.bills_and_borders.insurer import Insurer

TREATMENT: Mapping[str, Any] = {
    "condition": {"category": "injury"},
    "treatment": {"type": "chiropractic", "inNetwork": True, "sessions": 3},
}
"""It needs no referral: the answers and the consent complete the claim."""
WHY, CLAUSE = "Behandlingen er ikke nødvendig", "8.2"


def denied(insurer: Insurer, reported: Mapping[str, Any]) -> BilledCase:
    """Returns the case of a new member after its denial."""
    case = insurer.case(insurer.member(), reported)
    case.answer({})
    case.consent()
    case.deny(WHY, CLAUSE)
    made = case.read()["decision"]
    assert (made["reason"], made["clause"]) == (WHY, CLAUSE)
    return case
