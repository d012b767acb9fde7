from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helsebro.benefits.named_practitioner import NamedPractitioner
from helsebro.benefits.reservation import Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.bookings.refunded_booking import StandingBooking, on_bookings
from helsebro.ids import BookingId, ClaimId, PractitionerId
from helsebro.money import Money

DAY, NEXT = date(2026, 11, 20), date(2026, 11, 21)
ANNA = NamedPractitioner(PractitionerId("prc_1"), "ABC12")
BO = NamedPractitioner(None, "XYZ98")
HELD = StandingBooking(BookingId("bkg_1"), DAY, "physiotherapy", ANNA)


def use(*sessions: Spent) -> Use:
    return Use("ref_1", "refund", Purpose(ClaimId("clm_1")), NEXT, in_network=False, sessions=sessions)


def spent(reference: str = "0", **changes: Any) -> Spent:
    given: dict[str, Any] = {"on": DAY, "treatment": "physiotherapy", "amount": Money.of(400), **changes}
    return Spent(reference, **given)


@pytest.mark.parametrize(
    "refunded, booking_id",
    [
        (spent(), "bkg_1"),
        (spent(by=NamedPractitioner(None, "abc12")), "bkg_1"),
        (spent(by=BO), None),
        (spent(on=NEXT), None),
        (spent(treatment="psychology"), None),
    ],
)
def test_a_refunded_session_is_that_of_the_booking_of_its_day_and_treatment(
    refunded: Spent, booking_id: str | None
) -> None:
    [found] = on_bookings(use(refunded), [HELD]).sessions
    assert found.booking_id == booking_id


def test_a_booking_is_the_session_of_one_treatment_only() -> None:
    found = on_bookings(use(spent("0"), spent("1")), [HELD]).sessions
    assert [each.booking_id for each in found] == ["bkg_1", None]
