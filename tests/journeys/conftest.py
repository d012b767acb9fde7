"""The whole embedded stack for the journeys: deployed with IAM enforced, on its own ports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from local.journey.__main__ import play
from local.journey.people import StackAddresses
from local.journey.steps import Journey
from local.openapi.document import COMMITTED
from local.stack import stack
from local.stack.ports import Ports
from local.stack.stack import Stack
from local.stack.steps import PlainSteps
from tests.journeys.heard import Heard


@pytest.fixture(scope="session")
def running_stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    home: Path = tmp_path_factory.mktemp("stack")
    with stack.running(Ports.free(), home, PlainSteps(print)) as up:
        yield up


@pytest.fixture(scope="session")
def heard() -> Heard:
    return Heard.of_file(COMMITTED)


@pytest.fixture(scope="session")
def journey(running_stack: Stack, heard: Heard) -> Journey:
    """Plays the journey once; it raises at the first step that does not end as the contract says."""
    return play(StackAddresses.of(running_stack.addresses), Journey(contract=heard))
