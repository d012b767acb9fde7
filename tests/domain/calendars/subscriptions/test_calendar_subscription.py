"""A calendar that cannot be read is tried again, counted, and after a day told once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from helsebro.calendars.subscriptions.calendar_subscription import (
    EVERY,
    EVERY_WHILE_DOWN,
    CalendarSubscription,
)
from helsebro.ids import ClinicId, PractitionerId, TaskId

NOW = datetime(2026, 11, 29, 18, tzinfo=UTC)
DAY = timedelta(days=1)


def subscription() -> CalendarSubscription:
    return CalendarSubscription(PractitionerId("prc_x"), ClinicId("cli_x"), (), NOW)


def failing() -> CalendarSubscription:
    return subscription().failed("unreachable", NOW)


def test_a_new_calendar_waits_to_be_read() -> None:
    assert subscription().state == "waiting"
    assert subscription().begun(NOW).next_at == NOW + EVERY


def test_a_fault_is_counted_and_what_was_read_before_is_known() -> None:
    done = subscription().read("d", NOW).failed("unreachable", NOW + EVERY).failed("refused", NOW + 2 * EVERY)

    assert (done.state, done.fault, done.failures) == ("failing", "refused", 2)
    assert (done.fetched_at, done.failing_since) == (NOW, NOW + EVERY)
    assert done.next_at == NOW + 3 * EVERY


def test_after_a_day_it_is_given_up_once_and_read_every_hour() -> None:
    assert not failing().is_given_up_at(NOW + DAY - EVERY)
    down = failing().failed("unreachable", NOW + DAY)

    assert down.is_given_up_at(NOW + DAY)
    assert not down.with_task(TaskId("tsk_x")).is_given_up_at(NOW + 2 * DAY)
    assert down.next_at == NOW + DAY + EVERY_WHILE_DOWN


def test_one_good_reading_ends_the_fault() -> None:
    done = failing().with_task(TaskId("tsk_x")).read("d", NOW + DAY)

    assert (done.state, done.failures, done.failing_since, done.task_id) == ("read", 0, None, None)


def test_another_address_is_read_at_once_and_starts_anew() -> None:
    done = failing().renewed((), NOW + EVERY)

    assert (done.state, done.next_at, done.digest) == ("waiting", NOW + EVERY, None)
    assert done.version == failing().version + 1
