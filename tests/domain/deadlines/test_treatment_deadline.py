"""Ten working days to a consultation or to a practitioner (R-1203, R-1204)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.bookings.booking import Booking
from helsebro.calendars.slot import Slot
from helsebro.claims.claim import Claim
from helsebro.deadlines.claim_deadline import ShownDeadline
from helsebro.deadlines.treatment_deadline import treatment_deadline
from helsebro.ids import ClinicId
from tests.builders.domain.asking import question
from tests.builders.domain.claims import claim
from tests.builders.domain.guarantees import guarantee

APPROVED = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
"""A Friday: the tenth working day after it is Friday 4 December."""
DUE = datetime(2026, 12, 4, 23, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
PRACTITIONER = ids.practitioner_id(ClinicId("cli_a"), "anna")


def approved(treatment: str, in_network: bool | None = True, **changes: Any) -> Claim:
    asked = question({"cause": "leisure", "treatment": {"type": treatment, "inNetwork": in_network}})
    told = {"status": "approved", "answered_at": APPROVED, "treatment_type": treatment, "question": asked}
    return claim(**{**told, **changes})


def booked(starts_at: datetime, status: Any = "booked", at: datetime = APPROVED) -> Booking:
    times = (starts_at, starts_at + timedelta(minutes=45))
    slot = Slot.published(PRACTITIONER, ClinicId("cli_a"), "k", "first", times)
    return replace(Booking.of(guarantee(), slot, at, bytes(6)), status=status)


@pytest.mark.parametrize(
    "treatment, kind",
    [
        ("surgery", "consultation"),
        ("specialist-examination", "consultation"),
        ("physiotherapy", "assignment"),
        ("psychologist", "assignment"),
    ],
)
def test_ten_working_days_run_from_the_approval(treatment: str, kind: str) -> None:
    assert treatment_deadline(approved(treatment), [], APPROVED) == ShownDeadline(kind, DUE, "running")


@pytest.mark.parametrize("at, state", [(DUE - SECOND, "running"), (DUE, "missed")])
def test_the_clock_ends_with_the_tenth_day(at: datetime, state: str) -> None:
    found = treatment_deadline(approved("surgery"), [], at)

    assert found is not None
    assert found.state == state


@pytest.mark.parametrize(
    "starts_at, status, state",
    [
        (DUE - timedelta(hours=10), "held", "met"),
        (DUE - timedelta(hours=10), "missed", "met"),
        (DUE - timedelta(hours=10), "cancelled", "missed"),
        (DUE, "held", "missed"),
        (DUE + timedelta(days=2), "booked", "missed"),
    ],
)
def test_a_consultation_is_in_time_by_its_start(starts_at: datetime, status: str, state: str) -> None:
    found = treatment_deadline(approved("surgery"), [booked(starts_at, status)], DUE + timedelta(days=1))

    assert found is not None
    assert found.state == state


def test_a_consultation_in_the_future_has_not_met_the_deadline_yet() -> None:
    found = treatment_deadline(approved("surgery"), [booked(DUE - timedelta(hours=10))], APPROVED)

    assert found is not None
    assert found.state == "running"


@pytest.mark.parametrize(
    "at, status, state",
    [(DUE - SECOND, "booked", "met"), (DUE - SECOND, "cancelled", "met"), (DUE, "booked", "missed")],
)
def test_a_practitioner_is_assigned_with_the_first_booking(at: datetime, status: str, state: str) -> None:
    session = booked(DUE + timedelta(days=30), status, at)
    found = treatment_deadline(approved("psychologist"), [session], DUE + timedelta(days=40))

    assert found is not None
    assert found.state == state


@pytest.mark.parametrize(
    "without",
    [
        approved("surgery", in_network=False),
        approved("crisis-help"),
        approved("home-help"),
        approved("surgery", status="denied"),
        approved("surgery", status="in-review", answered_at=None),
    ],
    ids=["outside the network", "crisis help", "help at home", "denied", "not answered"],
)
def test_other_claims_have_no_treatment_deadline(without: Claim) -> None:
    assert treatment_deadline(without, [], APPROVED) is None


def test_an_unknown_place_counts_as_in_the_network() -> None:
    assert treatment_deadline(approved("surgery", in_network=None), [], APPROVED) is not None


def test_norwegian_holidays_count_for_a_person_insured_in_norway() -> None:
    before = datetime(2026, 4, 30, 9, 0, tzinfo=UTC)
    dane = treatment_deadline(approved("surgery", answered_at=before), [], before)
    norwegian = treatment_deadline(approved("surgery", answered_at=before, country="NO"), [], before)

    assert dane is not None
    assert norwegian is not None
    assert (dane.due_at.date().isoformat(), norwegian.due_at.date().isoformat()) == (
        "2026-05-16",
        "2026-05-19",
    )
