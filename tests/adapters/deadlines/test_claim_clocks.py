"""The deadlines of a case, from its claim and its bookings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from helsebro import ids
from helsebro.bookings.booking import Booking
from helsebro.calendars.slot import Slot
from helsebro.ids import ClinicId
from helsebro_aws.deadlines.claim_clocks import ClaimClocks
from tests.builders.domain.claims import CLAIM_ID, claim
from tests.builders.domain.guarantees import guarantee

APPROVED = datetime(2026, 3, 6, 9, tzinfo=UTC)
STARTS, ENDS = datetime(2026, 3, 9, 9, tzinfo=UTC), datetime(2026, 3, 9, 10, tzinfo=UTC)


def one_session(claim_id: str) -> list[Booking]:
    assert claim_id == CLAIM_ID
    slot = Slot.published(
        ids.practitioner_id(ClinicId("cli_a"), "anna"), ClinicId("cli_a"), "k", "first", (STARTS, ENDS)
    )
    return [Booking.of(guarantee(), slot, APPROVED, bytes(6))]


@pytest.mark.parametrize(
    "changes, clocks",
    [
        ({"status": "approved", "answered_at": APPROVED}, [("assignment", "met")]),
        ({"status": "denied", "answered_at": APPROVED}, []),
        (
            {"status": "approved", "answered_at": APPROVED, "completed_at": APPROVED},
            [("first-answer", "met"), ("assignment", "met")],
        ),
    ],
)
def test_the_deadline_of_the_treatment_follows_that_of_the_first_answer(
    changes: Any, clocks: list[Any]
) -> None:
    found = ClaimClocks(one_session).of_claim(claim(**changes))

    assert [(one.kind, one.state) for one in found] == clocks
