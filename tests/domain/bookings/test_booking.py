from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.bookings.booking import (
    Booking,
    BookingClosed,
    GuaranteeBoundElsewhere,
    GuaranteeNotValid,
    GuaranteeUsedUp,
    OutsideGuaranteePeriod,
    SameSlot,
    SessionHasBegun,
    must_cover,
    why_not,
)
from helsebro.calendars.hold import Hold
from helsebro.calendars.slot import OtherService, Slot, SlotIsPast
from helsebro.errors import HelsebroError
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClinicId, GuaranteeId
from tests.builders.domain import guarantees

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
CLAIM = ids.mint("clm", "tryg", bytes(10))
PRACTITIONER = ids.practitioner_id(ClinicId("cli_a"), "anna")


def slot(start: datetime = NOW + timedelta(days=3), **changes: Any) -> Slot:
    made = Slot.published(
        PRACTITIONER, ClinicId("cli_a"), "k", "first", (start, start + timedelta(minutes=45))
    )
    return replace(made, **changes)


def guarantee(**changes: Any) -> Guarantee:
    november_and_december = {"valid_from": date(2026, 11, 1), "valid_until": date(2026, 12, 31)}
    return guarantees.guarantee(**november_and_december | {"claim_id": CLAIM} | changes)


def booked(start: datetime = NOW + timedelta(days=3)) -> Booking:
    return Booking.of(guarantee(), slot(start), NOW, bytes(6))


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"status": "revoked"}, GuaranteeNotValid),
        ({"clinic_id": "cli_b"}, GuaranteeBoundElsewhere),
        ({"clinic_id": "cli_a", "practitioner_id": "prc_b"}, GuaranteeBoundElsewhere),
        ({"valid_until": date(2026, 11, 23)}, OutsideGuaranteePeriod),
        ({"valid_from": date(2026, 11, 25)}, OutsideGuaranteePeriod),
        ({"sessions_booked": 3}, GuaranteeUsedUp),
    ],
)
def test_why_a_guarantee_does_not_cover_a_slot(changes: dict[str, Any], refusal: type[HelsebroError]) -> None:
    with pytest.raises(refusal):
        must_cover(guarantee(**changes), slot())


@pytest.mark.parametrize(
    ("start", "good"),
    [
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), True),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), False),
        (datetime(2026, 10, 31, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 10, 31, 23, 0, tzinfo=UTC), True),
    ],
)
def test_the_period_is_counted_in_local_days(start: datetime, good: bool) -> None:
    assert (why_not(guarantee(), slot(start)) is None) is good


@pytest.mark.parametrize(("hours", "late"), [(24, False), (23.99, True), (0.01, True), (48, False)])
def test_a_members_cancellation_is_late_within_a_day(hours: float, late: bool) -> None:
    booking = booked(NOW + timedelta(hours=hours))
    assert booking.cancel("member", NOW).late_cancellation is late
    assert booking.cancel("clinic", NOW).late_cancellation is False


def test_a_session_is_reported_once_also_before_its_published_start() -> None:
    booking = booked()
    held = booking.report("held", NOW)
    assert (held.status, held.reported_at) == ("held", NOW)
    assert held.report("held", NOW + timedelta(days=4)) is held


def test_a_session_that_has_begun_is_neither_cancelled_nor_moved() -> None:
    booking = booked()
    with pytest.raises(SessionHasBegun):
        booking.cancel("member", booking.starts_at)
    with pytest.raises(SessionHasBegun):
        booking.move(slot(NOW + timedelta(days=5)), booking.starts_at)


@pytest.mark.parametrize("status", ["held", "missed", "cancelled"])
def test_a_closed_booking_cannot_change(status: Any) -> None:
    closed = replace(booked(), status=status)
    with pytest.raises(BookingClosed):
        closed.cancel("member", NOW)
    with pytest.raises(BookingClosed):
        closed.move(slot(NOW + timedelta(days=5)), NOW)
    with pytest.raises(BookingClosed):
        closed.report("missed" if status != "missed" else "held", NOW + timedelta(days=9))


def test_a_booking_takes_the_time_of_the_slot_it_moves_to() -> None:
    there = slot(NOW + timedelta(days=5))
    moved = booked().move(there, NOW)
    assert (moved.slot_id, moved.starts_at, moved.booking_id) == (
        there.slot_id,
        there.starts_at,
        booked().booking_id,
    )
    with pytest.raises(SameSlot):
        booked().move(slot(), NOW)


def test_a_bookings_id_contains_its_claim() -> None:
    assert ids.claim_of(booked().booking_id) == CLAIM


def test_a_slot_is_bookable_until_it_begins_and_for_its_service() -> None:
    slot().must_be_bookable("first", NOW)
    with pytest.raises(SlotIsPast):
        slot(NOW).must_be_bookable("first", NOW)
    with pytest.raises(OtherService):
        slot().must_be_bookable("follow-up", NOW)


@pytest.mark.parametrize(
    ("changes", "guarantee_id", "free"),
    [
        ({}, "gar_a", True),
        ({"status": "held", "held_for": "gar_a", "held_until": NOW + timedelta(minutes=1)}, "gar_a", True),
        ({"status": "held", "held_for": "gar_a", "held_until": NOW + timedelta(minutes=1)}, "gar_b", False),
        ({"status": "held", "held_for": "gar_a", "held_until": NOW}, "gar_b", True),
        ({"status": "booked"}, "gar_a", False),
        ({"status": "withdrawn"}, "gar_a", False),
    ],
)
def test_which_guarantees_may_book_a_slot(
    changes: dict[str, Any], guarantee_id: GuaranteeId, free: bool
) -> None:
    assert slot(**changes).is_free(NOW, guarantee_id) is free


def test_a_hold_lasts_ten_minutes() -> None:
    hold = Hold.on(slot(), GuaranteeId("gar_a"), NOW, bytes(10))
    assert hold.is_active(NOW + timedelta(minutes=9, seconds=59))
    assert not hold.is_active(NOW + timedelta(minutes=10))
