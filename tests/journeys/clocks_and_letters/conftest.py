"""What the journeys about deadlines and messages share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from local.clock.stack_clock import StackClock
from local.stack.stack import Stack
from tests.journeys.clocks_and_letters.moved import Moved


@pytest.fixture
def moved(running_stack: Stack) -> Iterator[Moved]:
    """Lets a test move the clock, and sets it back after the test, which no command does."""
    clock = StackClock.of(running_stack.addresses)
    yield Moved(running_stack.addresses, clock)
    clock.start()
