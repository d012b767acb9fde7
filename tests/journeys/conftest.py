"""The whole embedded stack for the journeys: deployed with IAM enforced, on its own ports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from helsebro.local_day import zone
from helsebro_aws.platform.clock import real_now
from local.clock.stack_clock import StackClock
from local.journey.__main__ import play
from local.journey.people import StackAddresses
from local.journey.steps import Journey
from local.openapi.document import COMMITTED
from local.stack import stack
from local.stack.ports import Ports
from local.stack.stack import Stack
from local.stack.steps import PlainSteps
from tests.journeys.clocks_and_letters.moved import Moved
from tests.journeys.executions import failed_workflows
from tests.journeys.heard import Heard
from tests.journeys.own_rules import lay_down


@pytest.fixture(scope="session")
def running_stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    home: Path = tmp_path_factory.mktemp("stack")
    with stack.running(Ports.free(), home, PlainSteps(print)) as up:
        lay_down(up, home / "rules")
        StackClock.of(up.addresses).advance(next_morning(real_now()))
        yield up


def next_morning(at: datetime) -> datetime:
    """Returns the next time that it is 9 in Denmark: no journey begins near a midnight, whenever it runs."""
    local = at.astimezone(zone("DK"))
    day = local.date() + timedelta(days=local.hour >= 9)
    return datetime(day.year, day.month, day.day, 9, tzinfo=zone("DK"))


@pytest.fixture(scope="session")
def heard() -> Heard:
    return Heard.of_file(COMMITTED)


@pytest.fixture(scope="session")
def failed_before(running_stack: Stack) -> set[str]:
    """The workflows that failed before the journey, in tests that make them fail."""
    return failed_workflows(running_stack)


@pytest.fixture(scope="session")
def journey(running_stack: Stack, heard: Heard, failed_before: set[str]) -> Journey:
    """Plays the journey once; it raises at the first step that does not end as the contract says."""
    assert failed_before is not None
    return play(StackAddresses.of(running_stack.addresses), Journey(contract=heard))


@pytest.fixture
def moved(running_stack: Stack) -> Iterator[Moved]:
    """Lets a test move the clock, and sets it back after the test, which no command does."""
    clock = StackClock.of(running_stack.addresses)
    before = clock.ahead
    yield Moved(running_stack.addresses, clock)
    clock.start(before)
