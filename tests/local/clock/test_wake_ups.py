"""A moved clock wakes deadlines: each schedule that is due is called once, in order (promise 8)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro_aws.deadlines.schedules import Schedules
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.platform.settings import Settings, settings
from local.clock.due_run import DueRun, RunFailed
from local.clock.forward import with_wake_ups
from local.clock.schedules import UnknownSchedule
from local.clock.wake_ups import LOOKS, WAKING, WakeUps

NOW = datetime.fromisoformat("2026-12-01T08:00:00Z")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FALL_DUE = "helsebro-local-fall-due"


class Stack:
    """Scheduler and the queue of ``fall_due``, whose function handles what it gets between two looks."""

    def __init__(self, aws: Any) -> None:
        self.scheduler, self.sqs = aws["scheduler"], aws["sqs"]
        self.queue = self.sqs.create_queue(QueueName=FALL_DUE)["QueueUrl"]
        self.handled, self.looks = list[str](), 0
        self.then: Callable[[str], None] = lambda _: None
        arn = f"arn:aws:sqs:eu-north-1:123456789012:{FALL_DUE}"
        own = {**settings.environment, "HELSEBRO_DEADLINES_GROUP": WAKING, "HELSEBRO_FALL_DUE_ARN": arn}
        self.schedules = Schedules(Settings(own), now=lambda: NOW)
        self.wake_ups = WakeUps(self.scheduler, self.sqs, self.pause)

    def pause(self, _: float) -> None:
        self.looks += 1
        for message in self.sqs.receive_message(QueueUrl=self.queue).get("Messages", []):
            name = json.loads(message["Body"])["sk"]
            if name != "never":
                self.then(name)
                self.handled.append(name)
                self.sqs.delete_message(QueueUrl=self.queue, ReceiptHandle=message["ReceiptHandle"])

    def move(self, until: datetime, *runs: DueRun) -> list[datetime]:
        """Runs everything until an instant; returns when it was due."""
        due = list[datetime]()
        for run in with_wake_ups(runs, self.wake_ups.first, until):
            due.append(run.due_at)
            run.run()
        return due


@pytest.fixture(scope="module")
def group(aws_clients: Any) -> str:
    aws_clients["scheduler"].create_schedule_group(Name=WAKING)
    return WAKING


@pytest.fixture
def stack(group: str, aws: Any) -> Stack:
    assert group == WAKING
    return Stack(aws)


def key(name: str) -> Key:
    return "tryg#clm_a", name


def test_what_is_due_is_called_in_order_and_removed_and_the_rest_waits(stack: Stack) -> None:
    for name, at in {"third": 3 * HOUR, "first": HOUR, "later": 25 * HOUR, "second": 2 * HOUR}.items():
        stack.schedules.set(key(name), NOW + at)
    assert stack.move(NOW + DAY) == [NOW + HOUR, NOW + 2 * HOUR, NOW + 3 * HOUR]
    assert stack.handled == ["first", "second", "third"]
    # Another move calls none of them again.
    assert stack.move(NOW + 2 * DAY) == [NOW + 25 * HOUR]
    assert stack.move(NOW + 3 * DAY) == []


def test_a_schedule_at_the_new_time_is_due_and_a_second_later_is_not(stack: Stack) -> None:
    stack.schedules.set(key("due"), NOW + HOUR)
    stack.schedules.set(key("waits"), NOW + HOUR + timedelta(seconds=1))
    stack.move(NOW + HOUR)
    assert stack.handled == ["due"]


def test_a_schedule_that_a_wake_up_makes_is_played_in_the_same_move(stack: Stack) -> None:
    """A warning schedules the end of its deadline under the same name."""
    ends = iter([NOW + 3 * HOUR])

    def warn(name: str) -> None:
        if name == "warned":
            for at in ends:
                stack.schedules.set(key("warned"), at)

    stack.then = warn
    stack.schedules.set(key("warned"), NOW + HOUR)
    stack.schedules.set(key("other"), NOW + 2 * HOUR)
    stack.move(NOW + DAY)
    assert stack.handled == ["warned", "other", "warned"]


def test_a_schedule_that_is_moved_or_removed_meanwhile_is_played_as_it_is_then(stack: Stack) -> None:
    def change(name: str) -> None:
        if name == "first":
            stack.schedules.set(key("moved"), NOW + 5 * HOUR)
            stack.schedules.remove(key("gone"))

    stack.then = change
    for hours, name in enumerate(("first", "moved", "gone", "last"), 1):
        stack.schedules.set(key(name), NOW + hours * HOUR)
    stack.move(NOW + DAY)
    assert stack.handled == ["first", "last", "moved"]


def test_wake_ups_and_other_runs_come_in_the_order_of_their_times(stack: Stack) -> None:
    stack.schedules.set(key("before"), NOW + HOUR)
    stack.schedules.set(key("after"), NOW + 3 * HOUR)
    sweep = DueRun(NOW + 2 * HOUR, "sweep", lambda: stack.handled.append("sweep"))
    stack.move(NOW + DAY, sweep)
    assert stack.handled == ["before", "sweep", "after"]


def test_a_schedule_that_the_emulator_calls_first_is_not_called_twice(stack: Stack) -> None:
    stack.schedules.set(key("due"), NOW + HOUR)
    run = stack.wake_ups.first(NOW + HOUR)
    assert run
    stack.schedules.remove(key("due"))
    run.run()
    assert (stack.handled, stack.looks) == ([], 0)


def test_a_schedule_that_is_gone_between_the_list_and_its_reading_is_left_out(stack: Stack) -> None:
    class Going:
        """Removes every schedule as soon as it is listed."""

        def __getattr__(self, name: str) -> Any:
            return getattr(stack.scheduler, name)

        def list_schedules(self, **given: Any) -> Any:
            listed = stack.scheduler.list_schedules(**given)
            stack.schedules.remove(key("due"))
            return listed

    stack.schedules.set(key("due"), NOW + HOUR)
    assert WakeUps(Going(), stack.sqs, stack.pause).first(NOW + DAY) is None


def test_a_message_that_is_never_handled_fails_its_run_and_no_later_one(stack: Stack) -> None:
    stack.schedules.set(key("never"), NOW + HOUR)
    stack.schedules.set(key("due"), NOW + 2 * HOUR)
    first = stack.wake_ups.first(NOW + DAY)
    assert first
    with pytest.raises(RunFailed):
        first.run()
    assert stack.looks == LOOKS
    stack.move(NOW + DAY)
    assert stack.handled == ["due"]


def test_a_schedule_that_is_read_once_is_not_read_again(stack: Stack) -> None:
    class Counting:
        """Counts the schedules that are read one by one."""

        reads = 0

        def __getattr__(self, name: str) -> Any:
            self.reads += name == "get_schedule"
            return getattr(stack.scheduler, name)

    for name in ("a", "b", "c"):
        stack.schedules.set(key(name), NOW + HOUR)
    wake_ups = WakeUps(counting := Counting(), stack.sqs, stack.pause)
    for _ in range(5):
        assert wake_ups.first(NOW) is None
    assert counting.reads == 3


def test_more_schedules_than_a_page_of_aws_are_all_seen(stack: Stack) -> None:
    stack.schedules.set(key("first"), NOW + HOUR)
    for place in range(100):
        stack.schedules.set(key(f"{place}"), NOW + DAY)
    found = stack.wake_ups.first(NOW + HOUR)
    assert found
    found.run()
    assert stack.handled == ["first"]


def test_a_schedule_that_repeats_is_refused(stack: Stack) -> None:
    stack.scheduler.create_schedule(
        GroupName=WAKING,
        Name="nightly",
        ScheduleExpression="cron(10 2 * * ? *)",
        FlexibleTimeWindow={"Mode": "OFF"},
        Target={"Arn": "arn:aws:sqs:eu-north-1:1:q", "RoleArn": settings.schedules_role, "Input": "{}"},
    )
    with pytest.raises(UnknownSchedule):
        stack.wake_ups.first(NOW)
