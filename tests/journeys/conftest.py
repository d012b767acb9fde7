"""The whole embedded stack for the journeys: deployed with IAM enforced, on its own ports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from local.stack import stack
from local.stack.ports import Ports
from local.stack.stack import Stack
from local.stack.steps import PlainSteps


@pytest.fixture(scope="session")
def running_stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    home: Path = tmp_path_factory.mktemp("stack")
    with stack.running(Ports.free(), home, PlainSteps(print)) as up:
        yield up
