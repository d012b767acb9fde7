from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.bookings.booking import Booking, BookingClosed, SameSlot, SessionHasBegun, SessionNotBegun
from helsebro.bookings.owed_time import OwedTime
from helsebro.bookings.slot_cover import (
    BeginByPassed,
    GuaranteeBoundElsewhere,
    GuaranteeIsRefunded,
    GuaranteeNotValid,
    GuaranteeUsedUp,
    OutsideGuaranteePeriod,
    must_cover,
    must_move_to,
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
        ({"settlement": "refund"}, GuaranteeIsRefunded),
        ({"clinic_id": "cli_b"}, GuaranteeBoundElsewhere),
        ({"clinic_id": "cli_a", "practitioner_id": "prc_b"}, GuaranteeBoundElsewhere),
        ({"begin_by": date(2026, 11, 23)}, BeginByPassed),
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


@pytest.mark.parametrize(("notice", "late"), [(1, False), (48, False), (49, True), (72, True)])
def test_the_notice_window_is_the_clinics_of_when_it_was_booked(notice: int, late: bool) -> None:
    booking = Booking.of(guarantee(), slot(NOW + timedelta(hours=48)), NOW, bytes(6), notice)
    moved = booking.move(slot(NOW + timedelta(hours=48, minutes=5)), NOW)
    assert (booking.is_late(NOW), booking.late_from) == (late, NOW + timedelta(hours=48 - notice))
    assert moved.notice_hours == notice
    assert booking.cancel("member", NOW).late_cancellation is late


def test_the_member_pays_for_a_late_cancellation_and_a_missed_session_only() -> None:
    soon, later = booked(NOW + timedelta(hours=5)), booked()
    day = later.starts_at
    assert soon.cancel("member", NOW).is_paid_by_member
    assert later.report("missed", day).is_paid_by_member
    free = (soon, soon.cancel("clinic", NOW), later.cancel("member", NOW), later.report("held", day))
    assert not any(booking.is_paid_by_member for booking in free)


def test_a_late_move_stays_due_whatever_follows_it() -> None:
    """The member does not spare the late fee by moving the session away first (F0-28)."""
    soon = booked(NOW + timedelta(hours=3))
    moved = soon.move(slot(NOW + timedelta(days=7)), NOW)
    again = moved.move(slot(NOW + timedelta(days=9)), NOW)
    assert [each.is_moved_late for each in (soon, moved, again)] == [False, True, True]
    left = (OwedTime(soon.starts_at, soon.service, "moved-late"),)
    ends = (again.cancel("member", NOW), again.cancel("clinic", NOW), again.report("held", again.starts_at))
    assert [each.owed_times for each in (soon, moved, again, *ends)] == [(), *[left] * 5]
    assert not any(each.is_paid_by_member for each in ends)
    in_time = booked(NOW + timedelta(days=3)).move(slot(NOW + timedelta(days=7)), NOW)
    assert not in_time.is_moved_late
    assert not in_time.cancel("member", NOW).late_cancellation


def test_after_a_late_move_the_new_time_has_a_window_of_its_own() -> None:
    """The member reads until when the new time can be given up without a second fee (F0-28)."""
    moved = booked(NOW + timedelta(hours=3)).move(slot(NOW + timedelta(days=7)), NOW)
    assert moved.late_from == moved.starts_at - timedelta(hours=moved.notice_hours)
    assert not moved.cancel("member", moved.late_from).late_cancellation
    late = moved.cancel("member", moved.late_from + timedelta(minutes=1))
    assert [owed.because for owed in late.owed_times] == ["moved-late", "cancelled-late"]


@pytest.mark.parametrize(
    ("hours", "end", "times"),
    [
        ([3, 168], None, 1),
        ([3, 168, 240], None, 1),
        ([3, 10, 168], None, 2),
        ([72, 168], None, 0),
        ([3, 168], "cancel", 1),
        ([3, 10], "cancel", 2),
        ([72, 168], "cancel", 0),
        ([3], "cancel", 1),
        ([3, 168], "missed", 2),
        ([3, 168], "held", 1),
        ([3, 168], "clinic", 1),
    ],
)
def test_the_member_pays_once_for_each_time_that_was_given_up_or_missed_too_late(
    hours: list[float], end: str | None, times: int
) -> None:
    at, *others = [NOW + timedelta(hours=each) for each in hours]
    booking = booked(at)
    for other in others:
        booking = booking.move(slot(other), NOW)
    if end == "missed":
        booking = booking.report("missed", booking.starts_at)
    elif end == "held":
        booking = booking.report("held", booking.starts_at)
    elif end:
        booking = booking.cancel("clinic" if end == "clinic" else "member", NOW)
    assert [owed.service for owed in booking.owed_times] == [booking.service] * times


def test_a_booking_keeps_the_start_that_it_had_before_the_last_move() -> None:
    first = booked()
    moved = first.move(slot(NOW + timedelta(days=5)), NOW)
    again = moved.move(slot(NOW + timedelta(days=6)), NOW)
    assert (first.moved_from, moved.moved_from, again.moved_from) == (None, first.starts_at, moved.starts_at)


def test_a_booking_keeps_why_it_was_last_changed() -> None:
    moved = booked().move(slot(NOW + timedelta(days=5)), NOW, "other-time")
    assert (moved.reason, moved.cancel("clinic", NOW).reason) == ("other-time", None)
    assert moved.cancel("member", NOW, "illness").reason == "illness"


def test_a_session_is_reported_once_also_before_its_published_start() -> None:
    booking = booked()
    at = booking.starts_at - timedelta(minutes=30)
    held = booking.report("held", at)
    assert (held.status, held.reported_at) == ("held", at)
    assert held.report("held", at + timedelta(days=4)) is held


@pytest.mark.parametrize("status", ["held", "missed"])
@pytest.mark.parametrize(
    ("at", "good"),
    [
        (datetime(2026, 11, 30, 22, 59, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 30, 23, 0, tzinfo=UTC), True),
        (datetime(2026, 12, 8, 9, 0, tzinfo=UTC), True),
    ],
)
def test_a_session_is_reported_on_its_local_day_or_later(status: Any, at: datetime, good: bool) -> None:
    booking = booked(datetime(2026, 12, 1, 22, 30, tzinfo=UTC))
    if good:
        assert booking.report(status, at).status == status
    else:
        with pytest.raises(SessionNotBegun):
            booking.report(status, at)


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


@pytest.mark.parametrize(
    "begin_by, booked, is_good",
    [
        (date(2026, 11, 24), 0, True),
        (date(2026, 11, 23), 0, False),
        (date(2026, 11, 23), 1, True),
        (None, 0, True),
    ],
    ids=["on the last day", "after it", "after it and another is booked", "no such day"],
)
def test_the_first_session_begins_in_time(begin_by: date | None, booked: int, is_good: bool) -> None:
    """R-7144. The slot is on 24 November."""
    assert (why_not(guarantee(begin_by=begin_by, sessions_booked=booked), slot()) is None) is is_good


@pytest.mark.parametrize("booked, is_refused", [(1, True), (2, False)])
def test_the_only_booking_is_not_moved_past_the_last_day_to_begin(booked: int, is_refused: bool) -> None:
    known = guarantee(begin_by=date(2026, 11, 23), sessions_booked=booked)
    refused = pytest.raises(BeginByPassed) if is_refused else nullcontext()
    with refused:
        must_move_to(known, slot())
