"""The order of a run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.suite.order import arrange


@dataclass(frozen=True)
class Collected:
    """A collected test, as far as its place depends on it."""

    path: Path
    fixturenames: tuple[str, ...] = ()


def test_a_file_that_moves_the_clock_is_first_and_what_needs_no_server_last() -> None:
    unit = Collected(Path("domain/a.py"))
    moto = Collected(Path("functions/a.py"), ("aws_endpoint",))
    promise = Collected(Path("promises/a.py"), ("aws_endpoint",))
    stack = Collected(Path("journeys/a.py"), ("running_stack",))
    beside = Collected(Path("journeys/b.py"), ("running_stack",))
    moves = Collected(Path("journeys/b.py"), ("running_stack", "moved"))
    items: list[Any] = [unit, moto, promise, stack, beside, moves]
    arrange(items)
    assert items == [beside, moves, stack, promise, moto, unit]
