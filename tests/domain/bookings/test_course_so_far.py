from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from helsebro.bookings.booking import BookingStatus
from helsebro.bookings.course_so_far import CourseSoFar
from tests.builders.domain.guarantees import guarantee
from tests.domain.bookings.test_booking import booked

NINE = datetime(2026, 11, 21, 9, tzinfo=UTC)


def test_the_course_has_the_days_of_what_was_held_missed_and_booked_in_order() -> None:
    weeks = [NINE + timedelta(weeks=number) for number in range(5)]
    statuses: tuple[BookingStatus, ...] = ("missed", "held", "cancelled", "booked", "held")
    made = [
        replace(booked(), starts_at=at, status=status) for at, status in zip(weeks, statuses, strict=True)
    ]
    course = CourseSoFar.under(guarantee(), reversed(made))
    assert course.held == (date(2026, 11, 28), date(2026, 12, 19))
    assert (course.missed, course.booked) == ((date(2026, 11, 21),), (date(2026, 12, 12),))
    assert (course.granted, course.left) == (guarantee().sessions_granted, guarantee().sessions_left)


def test_a_session_is_on_its_local_day() -> None:
    late = replace(booked(), starts_at=datetime(2026, 11, 21, 23, 30, tzinfo=UTC), status="held")
    assert CourseSoFar.under(guarantee(), [late]).held == (date(2026, 11, 22),)
