from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.bookings.booking import Booking
from helsebro.bookings.purpose import last_day, serves
from helsebro.calendars.slot import Slot
from helsebro.ids import ClinicId
from tests.builders.domain import guarantees

PRACTITIONER = ids.practitioner_id(ClinicId("cli_a"), "anna")
DAY = date(2026, 11, 21)


def booking(status: Any = "booked", on: date = DAY, country: str = "DK") -> Booking:
    start = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    slot = Slot.published(
        PRACTITIONER, ClinicId("cli_a"), "k", "first", (start, start + timedelta(minutes=45))
    )
    claim_id = ids.mint("clm", "tryg", bytes(10))
    guarantee = guarantees.guarantee(guarantee_id=ids.within("gar", claim_id, bytes(6)), claim_id=claim_id)
    return replace(Booking.of(guarantee, slot, start, bytes(6)), status=status, country=country)


@pytest.mark.parametrize(
    "statuses, needed",
    [
        ((), False),
        (("cancelled",), False),
        (("cancelled", "cancelled"), False),
        (("booked",), True),
        (("cancelled", "booked"), True),
        (("held", "cancelled"), True),
        (("missed",), True),
    ],
)
def test_a_clinic_needs_its_client_until_every_session_is_cancelled(
    statuses: tuple[str, ...], needed: bool
) -> None:
    assert serves([booking(status) for status in statuses], "physiotherapy", DAY) is needed


@pytest.mark.parametrize(
    "country, treatment, last",
    [
        ("DK", "physiotherapy", date(2031, 11, 21)),
        ("DK", "psychologist", date(2031, 11, 21)),
        ("DK", "chiropractic", date(2036, 11, 21)),
        ("NO", "physiotherapy", date(2036, 11, 21)),
    ],
)
def test_a_clinic_needs_its_client_for_as_long_as_it_keeps_its_journal(
    country: str, treatment: str, last: date
) -> None:
    held = booking("held", country=country)
    assert last_day(held, treatment) == last
    assert serves([held], treatment, last)
    assert not serves([held], treatment, last + timedelta(days=1))


def test_the_years_count_from_the_last_session_of_the_course() -> None:
    course = [booking("held"), booking("held", date(2028, 2, 29)), booking("cancelled", date(2030, 1, 1))]
    assert serves(course, "physiotherapy", date(2033, 3, 1))
    assert not serves(course, "physiotherapy", date(2033, 3, 2))
