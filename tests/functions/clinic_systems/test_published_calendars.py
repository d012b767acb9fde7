"""Calendars published in bulk: weekly by the clinic's clock, or a span replaced as a whole."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from helsebro.coverage.question.windows import add_months
from helsebro.local_day import local_day, zone
from helsebro_aws.calendars.dynamo_free_slots import DynamoFreeSlots
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event, member
from tests.builders.claims import outbox_rows
from tests.builders.network import ANNA, BO, Stage, act, book, bookings, guarantee_of, hold, slot_body, soon

pytestmark = pytest.mark.usefixtures("aws")
TODAY = local_day(soon(0))
COPENHAGEN = zone("DK")


def last_sunday(month: int) -> date:
    """Returns the next last Sunday of March or October: the clock changes in its night."""
    for year in (TODAY.year, TODAY.year + 1):
        day = date(year, month, 31)
        day -= timedelta(days=(day.weekday() + 1) % 7)
        if day > TODAY + timedelta(days=1):
            return day
    raise AssertionError


SPRING, AUTUMN = last_sunday(3), last_sunday(10)


def weekly(**changes: Any) -> dict[str, Any]:
    """Returns a row of four mornings at nine, from tomorrow on."""
    first = TODAY + timedelta(days=1)
    base = {
        "keyPrefix": "w",
        "weekday": f"{first:%A}".lower(),
        "at": "09:00",
        "minutes": 45,
        "service": "first",
        "from": str(first),
        "until": str(first + timedelta(days=27)),
    }
    return base | changes


def sundays(first: date, last: date, at: str, **changes: Any) -> dict[str, Any]:
    return weekly(weekday="sunday", at=at, **{"from": str(first), "until": str(last), **changes})


def recur(stage: Stage, *rows: dict[str, Any], slots: tuple[dict[str, Any], ...] = ()) -> Answered:
    data = {"practitionerKey": stage.key, "recurring": list(rows), "slots": list(slots)}
    return stage.event("slots.published", data)


def replace_span(stage: Stage, hours: tuple[float, float], *slots: dict[str, Any], **more: Any) -> Answered:
    span = {"from": instant(soon(hours[0])), "to": instant(soon(hours[1]))}
    return stage.event("slots.replaced", {"practitionerKey": stage.key, **span, "slots": list(slots), **more})


def starts(stage: Stage) -> dict[str, datetime]:
    known = DynamoPractitioners().find(stage.practitioner_id)
    found, cursor = DynamoFreeSlots().page(known, (soon(0), None), clock.now(), limit=100)
    assert cursor is None
    return {slot.key: slot.starts_at for slot in found}


def faults(answer: Answered) -> set[tuple[str, str]]:
    assert answer.status == 422, answer.body
    return {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]}


def test_weekly_slots_are_stored_day_by_day(stage: Stage, aws: dict[str, Any]) -> None:
    answer = recur(stage, weekly())
    days = [TODAY + timedelta(days=1 + 7 * number) for number in range(4)]
    assert (answer.status, answer.body["refused"]) == (202, [])
    assert [slot["key"] for slot in answer.body["published"]] == [f"w-{day}" for day in days]
    assert {at.astimezone(COPENHAGEN).hour for at in starts(stage).values()} == {9}
    assert len(outbox_rows(aws, "slots.published")) == 1
    again = recur(stage, weekly())
    assert (len(again.body["unchanged"]), again.body["published"]) == (4, [])


@pytest.mark.parametrize("change", [SPRING, AUTUMN])
def test_a_weekly_hour_stays_the_same_on_the_clock_of_both_days_of_change(stage: Stage, change: date) -> None:
    around = sundays(change - timedelta(days=7), change, "09:00")
    assert recur(stage, around).status == 202
    before, after = starts(stage).values()
    assert (before.astimezone(COPENHAGEN).hour, after.astimezone(COPENHAGEN).hour) == (9, 9)
    assert after - before != timedelta(days=7)


def test_an_hour_that_does_not_exist_is_named_and_nothing_is_kept(stage: Stage) -> None:
    rows = (sundays(SPRING, SPRING, "02:30"), sundays(SPRING, SPRING, "02:00", keyPrefix="v"), weekly())
    answer = recur(stage, *rows)
    named = [(fault["pointer"], fault["code"]) for fault in answer.body["errors"]]
    assert named == [(f"/data/recurring/{index}/at", "hour-does-not-exist") for index in (0, 1)]
    assert f"{SPRING.year}" in answer.body["errors"][0]["detail"]
    assert starts(stage) == {}


def test_an_hour_that_comes_twice_is_the_first(stage: Stage) -> None:
    assert recur(stage, sundays(AUTUMN, AUTUMN, "02:30")).status == 202
    assert [*starts(stage).values()] == [datetime(AUTUMN.year, 10, AUTUMN.day, 0, 30, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"minutes": 0}, ("/data/recurring/0/minutes", "too-small")),
        ({"minutes": 13 * 60}, ("/data/recurring/0/minutes", "too-large")),
        ({"weekday": "someday"}, ("/data/recurring/0/weekday", "unknown-value")),
        ({"at": "25:00"}, ("/data/recurring/0/at", "not-a-time-of-day")),
        ({"at": "9"}, ("/data/recurring/0/at", "not-a-time-of-day")),
        ({"until": str(TODAY)}, ("/data/recurring/0", "dates-out-of-order")),
        ({"minutes": 12 * 60, "keyPrefix": ""}, ("/data/recurring/0/keyPrefix", "too-short")),
    ],
)
def test_weekly_slots_with_a_fault_are_refused(
    stage: Stage, changes: dict[str, Any], fault: tuple[str, str]
) -> None:
    assert faults(recur(stage, weekly(**changes))) == {fault}
    assert starts(stage) == {}


def test_weekly_slots_are_at_most_400_together(stage: Stage) -> None:
    until = str(add_months(local_day(clock.now()), 24))
    rows = [weekly(keyPrefix=f"w{hour}", at=f"{hour}:00", until=until) for hour in (10, 11, 12, 13)]
    assert recur(stage, *rows[:3]).status == 202
    assert faults(recur(stage, *rows)) == {("/data", "too-many")}


def test_weekly_slots_without_a_day_are_none(stage: Stage) -> None:
    day = TODAY + timedelta(days=2)
    rows = weekly(until=str(day), **{"from": str(day)})
    assert faults(recur(stage, rows)) == {("/data/recurring/0", "no-slots")}


def test_weekly_slots_that_overlap_others_of_the_message_are_refused(stage: Stage) -> None:
    first = datetime.combine(TODAY + timedelta(days=1), datetime.min.time().replace(hour=9), COPENHAGEN)
    beside = slot_body(first.astimezone(UTC) + timedelta(minutes=30))
    answer = recur(stage, weekly(), weekly(at="09:10"), slots=(beside,))
    assert faults(answer) == {
        ("/data/recurring/1", "slot-key-twice"),
        ("/data/recurring/1", "slot-overlaps"),
        ("/data/slots/0", "slot-overlaps"),
    }
    assert starts(stage) == {}


def test_every_fault_of_a_calendar_is_reported_at_once_and_nothing_is_kept(stage: Stage) -> None:
    slots = (
        slot_body(soon(72), key="good"),
        slot_body(soon(72) + timedelta(minutes=30), key="over"),
        slot_body(soon(-2), key="past"),
        slot_body(soon(80), minutes=0, key="none"),
        slot_body(soon(90), minutes=13 * 60, key="long"),
    )
    assert faults(stage.publish(*slots)) == {
        ("/data/slots/1", "slot-overlaps"),
        ("/data/slots/2", "slot-in-the-past"),
        ("/data/slots/3", "slot-ends-before-it-starts"),
        ("/data/slots/4", "slot-length"),
    }
    assert starts(stage) == {}


def test_a_span_is_replaced_as_a_whole(stage: Stage, aws: dict[str, Any]) -> None:
    for key, hours in (("before", 48), ("a", 72), ("b", 74), ("after", 96)):
        stage.free_slot(starts_at=soon(hours), key=key)
    answer = replace_span(stage, (72, 96), slot_body(soon(72), key="a"), slot_body(soon(73), key="n"))
    assert answer.status == 202
    assert answer.body["unchanged"] == ["a"]
    assert [slot["key"] for slot in answer.body["withdrawn"]] == ["b"]
    assert starts(stage).keys() == {"before", "a", "n", "after"}
    assert len(outbox_rows(aws, "slots.published")) == 5


def test_a_span_is_emptied_by_no_slots(stage: Stage, aws: dict[str, Any]) -> None:
    stage.free_slot(starts_at=soon(72), key="a")
    assert replace_span(stage, (70, 100)).status == 202
    assert starts(stage) == {}
    assert len(outbox_rows(aws, "slots.withdrawn")) == 1


def test_a_booked_slot_stays_in_a_replaced_span_and_is_named_with_its_booking(stage: Stage) -> None:
    slot_id = stage.free_slot(starts_at=soon(72), key="a")
    booking_id = book(guarantee_of(), slot_id).body["bookingId"]
    answer = replace_span(stage, (70, 100), slot_body(soon(80), key="n"))
    assert answer.body["kept"] == [{"key": "a", "slotId": slot_id, "bookingId": booking_id}]
    assert DynamoSlots().find(slot_id).booking_id == booking_id
    assert starts(stage).keys() == {"n"}


def test_a_held_slot_is_withdrawn_with_its_hold_or_replaced_at_its_minute(stage: Stage) -> None:
    ids = [stage.free_slot(starts_at=soon(hours), key=f"k{hours}") for hours in (72, 80)]
    guarantees = guarantee_of(), guarantee_of(BO)
    hold(guarantees[0], ids[0])
    hold(guarantees[1], ids[1], by=member(BO))
    replace_span(stage, (70, 100), slot_body(soon(80), key="n"))
    assert [DynamoSlots().find(slot_id).status for slot_id in ids] == ["withdrawn", "free"]
    assert book(guarantees[0], ids[0]).body["code"] == "slot-taken"


@pytest.mark.parametrize(
    ("hours", "slots", "fault"),
    [
        ((80, 72), [], ("/data", "span-ends-before-it-starts")),
        ((72, 72 + 24 * 93), [], ("/data", "span-too-long")),
        ((72, 80), [80], ("/data/slots/0", "slot-outside-span")),
        ((72, 80), [71], ("/data/slots/0", "slot-outside-span")),
    ],
)
def test_a_span_with_a_fault_replaces_nothing(
    stage: Stage, hours: tuple[float, float], slots: list[float], fault: tuple[str, str]
) -> None:
    stage.free_slot(starts_at=soon(74), key="a")
    answer = replace_span(stage, hours, *(slot_body(soon(each), key="n") for each in slots))
    assert faults(answer) == {fault}
    assert starts(stage).keys() == {"a"}


def test_a_slot_withdrawn_under_a_booking_stays_until_the_clinic_cancels_the_session(
    stage: Stage, aws: dict[str, Any]
) -> None:
    slot_id = stage.free_slot(key="k")
    booking_id = book(guarantee_of(), slot_id).body["bookingId"]
    withdrawal = {"practitionerKey": stage.key, "keys": ["k"]}
    refused = stage.event("slots.withdrawn", withdrawal)
    [fault] = refused.body["errors"]
    assert (fault["pointer"], fault["code"]) == ("/data/keys/0", "slot-not-free")
    assert fault["bookingId"] == booking_id
    assert fault["detail"].endswith(f"Bookingens id er {booking_id}.")
    assert outbox_rows(aws, "session.cancelled") == []

    cancelled = {"bookingId": booking_id, "reason": "practitioner-absent"}
    assert stage.event("session.cancelled", cancelled).status == 202
    assert DynamoSlots().find(slot_id).status == "withdrawn"
    assert len(outbox_rows(aws, "session.cancelled")) == 1
    seen = ask(bookings(), event("GET", f"/v1/bookings/{booking_id}", by=member(ANNA))).body
    shown = {name: seen[name] for name in ("status", "cancelledBy", "reason", "paidByMember")}
    assert shown == {
        "status": "cancelled",
        "cancelledBy": "clinic",
        "reason": "practitioner-absent",
        "paidByMember": False,
    }
    assert act(booking_id, "cancel").body["code"] == "booking-closed"


def test_a_time_is_published_24_months_ahead_and_no_later(stage: Stage) -> None:
    last = add_months(local_day(clock.now()), 24)
    in_time, late = (datetime.combine(last + timedelta(days=more), time(9), UTC) for more in (0, 1))
    rows = weekly(**{"until": str(late.date()), "from": str(last - timedelta(days=9))})
    answer = recur(stage, rows, slots=(slot_body(), slot_body(late)))
    assert answer.status == 422
    assert {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]} == {
        ("/data/slots/1/startsAt", "slot-too-far-ahead"),
        ("/data/recurring/0/until", "slot-too-far-ahead"),
    }
    assert stage.publish(slot_body(in_time)).status == 202
    assert recur(stage, {**rows, "until": str(last)}).status == 202
    span = {"from": instant(in_time), "to": instant(late + timedelta(days=1))}
    data = {"practitionerKey": stage.key, **span, "slots": [slot_body(late)]}
    replaced = stage.event("slots.replaced", data)
    assert [fault["code"] for fault in replaced.body["errors"]] == ["slot-too-far-ahead"]
