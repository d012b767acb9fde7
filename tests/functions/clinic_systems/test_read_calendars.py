"""What a practitioner's own calendar leaves free is published; what cannot be read is told after a day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from functions.clinic_systems.read_calendars.handler import TIME_TO_STOP, handler

from helsebro.calendars.slot import Slot
from helsebro.calendars.subscriptions.calendar_subscription import SubscriptionChanged
from helsebro.local_day import local_day
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.calendars.subscriptions.calendar_rounds import CalendarRounds
from helsebro_aws.calendars.subscriptions.dynamo_subscriptions import DynamoSubscriptions
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.platform import clock
from tests.builders.calls import ask, signed
from tests.builders.claims import outbox_rows
from tests.builders.clinics.calendars import (
    ADDRESS,
    EVERY_DAY,
    GivenCalendar,
    reading,
    state,
    subscribe,
)
from tests.builders.messages import provider_server
from tests.builders.messages.provider_server import ProviderServer
from tests.builders.network import (
    SECRET,
    Stage,
    book,
    clinic_practitioners,
    guarantee_of,
    staged,
)

pytestmark = pytest.mark.usefixtures("aws")
SAMPLE = json.loads(Path("events/incoming/clinic_systems/read_calendars.json").read_text())
DAY = timedelta(days=1)


def free(stage: Stage) -> list[Slot]:
    at = clock.now()
    found = DynamoSlots().between(stage.practitioner_id, at - DAY, at + timedelta(weeks=8))
    return [slot for slot in found if slot.status == "free"]


def midnight(days: int) -> datetime:
    return datetime.combine(local_day(clock.now()) + timedelta(days=days), time(), UTC)


def subscribed(**changes: Any) -> Stage:
    stage = staged()
    assert subscribe(stage, **changes).status == 200
    return stage


def failed_since(stage: Stage, since: timedelta) -> None:
    """Moves the first failure into the past."""
    on = DynamoSubscriptions()
    known, stored = on.stored(stage.practitioner_id)
    assert known is not None
    assert known.failing_since is not None
    earlier = replace(known, failing_since=clock.now() - since, version=known.version + 1)
    tables.commit([on.change(known, earlier, stored)])


def test_the_sessions_of_six_weeks_are_published_and_a_busy_day_is_not() -> None:
    stage = subscribed()
    calendar = GivenCalendar(busy=[(midnight(3), midnight(4))])

    assert reading(calendar).run(stage.practitioner_id) == "published"
    days = {slot.starts_at.date() for slot in free(stage)}
    assert calendar.asked == [ADDRESS]
    assert midnight(3).date() not in days
    assert {midnight(2).date(), midnight(4).date()} <= days
    assert 80 <= len(free(stage)) <= 84
    assert state(stage).body["state"] == "read"


def test_a_time_that_became_busy_is_withdrawn_and_a_booked_one_stays() -> None:
    stage = subscribed(
        times=[
            {"weekday": day, "opens": "09:00", "closes": "10:00", "minutes": 60, "service": "first"}
            for day in EVERY_DAY
        ]
    )
    calendar = GivenCalendar()
    reading(calendar).run(stage.practitioner_id)
    booked, other = free(stage)[3:5]
    assert book(guarantee_of(), booked.slot_id).status == 201
    calendar.busy = [(booked.starts_at, other.ends_at)]

    assert reading(calendar).run(stage.practitioner_id) == "published"
    at = DynamoSlots().between(stage.practitioner_id, booked.starts_at, other.ends_at)
    assert [slot.status for slot in at] == ["booked", "withdrawn"]


def test_the_same_content_on_the_same_day_changes_nothing(aws: dict[str, Any]) -> None:
    stage = subscribed()
    calendar = GivenCalendar()
    reading(calendar).run(stage.practitioner_id)
    events = len(outbox_rows(aws, "slots.published"))

    assert reading(calendar).run(stage.practitioner_id) == "unchanged"
    assert len(outbox_rows(aws, "slots.published")) == events


def test_other_working_times_are_published_although_the_calendar_is_the_same() -> None:
    stage = subscribed()
    reading(GivenCalendar()).run(stage.practitioner_id)
    row = {"weekday": "monday", "opens": "15:00", "closes": "16:00", "minutes": 60, "service": "first"}
    subscribe(stage, times=[row])

    assert reading(GivenCalendar()).run(stage.practitioner_id) == "published"
    assert {slot.service for slot in free(stage)} == {"first"}


def test_what_cannot_be_read_leaves_the_published_times_and_is_shown() -> None:
    stage = subscribed()
    reading(GivenCalendar()).run(stage.practitioner_id)
    before = free(stage)

    assert reading(GivenCalendar(fault="not-found")).run(stage.practitioner_id) == "failed"
    assert free(stage) == before
    assert (state(stage).body["state"], state(stage).body["fault"]) == ("failing", "not-found")


def test_after_a_day_there_is_one_task_and_one_mail(aws: dict[str, Any]) -> None:
    stage = subscribed()
    broken = reading(GivenCalendar(fault="unreachable"))
    broken.run(stage.practitioner_id)
    assert outbox_rows(aws, "calendar.unreadable") == []
    failed_since(stage, DAY)
    for _ in range(3):
        broken.run(stage.practitioner_id)

    assert len(outbox_rows(aws, "calendar.unreadable")) == 1
    assert len(outbox_rows(aws, "task.opened")) == 1
    assert "klinik.example" not in str([*outbox_rows(aws, "calendar.unreadable")])


def test_the_subscription_of_a_practitioner_who_left_ends() -> None:
    stage = subscribed()
    path = f"/v1/clinics/{stage.clinic_id}/practitioners/{stage.key}"
    ask(clinic_practitioners(), signed("DELETE", path, clinic_id=stage.clinic_id, secret=SECRET))
    calendar = GivenCalendar()

    assert reading(calendar).run(stage.practitioner_id) == "gone"
    assert calendar.asked == []
    assert DynamoSubscriptions().known(stage.practitioner_id) is None


def test_a_change_by_the_clinic_meanwhile_counts() -> None:
    stage = subscribed()
    calendar = GivenCalendar(meanwhile=lambda: subscribe(stage, icsUrl=ADDRESS + "?2"))
    with pytest.raises(SubscriptionChanged):
        reading(calendar).run(stage.practitioner_id)

    again = GivenCalendar()
    assert CalendarRounds(reading(again)).run(clock.now() + DAY, lambda: True)["read"] == 1
    assert again.asked == [ADDRESS + "?2"]


def test_a_round_reads_who_is_due_and_those_who_were_never_finished_come_last() -> None:
    first, second = subscribed(), subscribed()
    calendar = GivenCalendar()
    rounds = CalendarRounds(reading(calendar))

    assert rounds.run(clock.now(), lambda: True) == {"read": 2, "failed": 0}
    assert rounds.run(clock.now(), lambda: True) == {"read": 0, "failed": 0}
    assert rounds.run(clock.now() + timedelta(minutes=16), lambda: True) == {"read": 2, "failed": 0}
    assert DynamoSubscriptions().due(clock.now() + DAY, 9) == [first.practitioner_id, second.practitioner_id]


def test_a_fault_of_one_calendar_keeps_no_other_from_being_read() -> None:
    subscribed()
    subscribed()
    calendar = GivenCalendar()

    def once() -> None:
        calendar.fault = "server-fault" if len(calendar.asked) == 1 else None

    calendar.meanwhile = once
    assert CalendarRounds(reading(calendar)).run(clock.now(), lambda: True) == {"read": 1, "failed": 1}


class Ending:
    """The context of a call with a number of milliseconds left."""

    def __init__(self, milliseconds: int) -> None:
        self.milliseconds = milliseconds

    def get_remaining_time_in_millis(self) -> int:
        return self.milliseconds


def test_the_function_reads_no_calendar_without_time() -> None:
    subscribed()
    assert handler(SAMPLE, Ending(TIME_TO_STOP)) == {"read": 0, "failed": 0}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ProviderServer]:
    """The server of a calendar, which may be on loopback as on the embedded stack."""
    monkeypatch.setenv("HELSEBRO_LOCAL_STACK", "1")
    with provider_server.running() as running:
        yield running


def round_later(stage: Stage) -> Any:
    """Returns what the function counts once the calendar is due again."""
    on = DynamoSubscriptions()
    known, stored = on.stored(stage.practitioner_id)
    assert known is not None
    tables.commit([on.change(known, replace(known, next_at=clock.now(), version=known.version + 1), stored)])
    return handler(SAMPLE, None)


def test_the_function_reads_publishes_withdraws_and_tells(server: ProviderServer) -> None:
    server.body = GivenCalendar()("")
    times = [
        {"weekday": day, "opens": opens, "closes": closes, "minutes": 60, "service": service}
        for day in EVERY_DAY
        for opens, closes, service in (("08:00", "10:00", "first"), ("10:00", "12:00", "follow-up"))
    ]
    stage = staged(clinic_changes={"first_published_at": None, "follow_up_published_at": None})
    subscribe(stage, icsUrl=f"{server.url}/private.ics", times=times)
    assert round_later(stage) == {"read": 1, "failed": 0}
    assert server.path == "/private.ics"
    count = len(free(stage))
    assert count > 150

    server.body = GivenCalendar(busy=[(midnight(3), midnight(5))])("")
    assert round_later(stage) == {"read": 1, "failed": 0}
    assert len(free(stage)) < count

    server.status = 500
    assert round_later(stage) == {"read": 0, "failed": 1}
    failed_since(stage, DAY)
    assert round_later(stage) == {"read": 0, "failed": 1}

    path = f"/v1/clinics/{stage.clinic_id}/practitioners/{stage.key}"
    ask(clinic_practitioners(), signed("DELETE", path, clinic_id=stage.clinic_id, secret=SECRET))
    assert round_later(stage) == {"read": 0, "failed": 0}


def test_the_function_counts_a_calendar_that_it_cannot_reach(capfd: pytest.CaptureFixture[str]) -> None:
    stage = subscribed(icsUrl="https://calendar.invalid/private-3f1c.ics")

    assert handler(SAMPLE, None) == {"read": 0, "failed": 1}
    assert state(stage).body["fault"] == "address-refused"
    assert "calendar.invalid" not in "".join(capfd.readouterr())
