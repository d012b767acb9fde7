"""Which claims a list shows: those the caller may read, with the status that is asked for."""

from __future__ import annotations

import pytest

from helsebro.caller import Caller
from helsebro.claims.claim import ClaimStatus
from helsebro.claims.shown_claims import ShownClaims
from helsebro.ids import PersonId
from tests.builders.domain.claims import REPORTED, claim, person, staff_of

PARENT, STRANGER = person(PersonId("per_parent")), person(PersonId("per_other"))


@pytest.mark.parametrize(
    "caller, status, included",
    [
        (PARENT, None, True),
        (PARENT, "awaiting-member", True),
        (PARENT, "denied", False),
        (staff_of("tryg"), "awaiting-member", True),
        (STRANGER, "awaiting-member", False),
        (STRANGER, None, False),
    ],
)
def test_a_claim_is_included(caller: Caller, status: ClaimStatus | None, included: bool) -> None:
    assert ShownClaims(caller, REPORTED, status).include(claim()) is included
