"""The steps of a start: lines for a file, a moving line for a terminal."""

from __future__ import annotations

import io
from threading import Event

import pytest
from rich.console import Console

from local.stack.steps import MovingSteps, PlainSteps, steps_on


def test_plain_steps_print_when_a_step_begins_how_far_it_is_and_when_it_ends() -> None:
    lines: list[str] = []
    moved = Event()

    def print_line(line: str) -> None:
        lines.append(line)
        if line.endswith(" s, 2 of 3"):
            moved.set()

    with PlainSteps(print_line, seconds_between=0.001).step("synth", lambda: "2 of 3"):
        assert moved.wait(30)
    assert lines[0] == "  … synth"
    assert lines[-1].startswith("  ✓ synth (")


def test_a_step_that_fails_has_no_tick() -> None:
    lines: list[str] = []
    with pytest.raises(RuntimeError), PlainSteps(lines.append).step("synth"):
        raise RuntimeError
    assert lines == ["  … synth"]


def test_a_terminal_shows_a_moving_line_that_ends_with_a_tick() -> None:
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=True, width=100)
    steps = steps_on(console)
    assert isinstance(steps, MovingSteps)
    with steps.step("synth", lambda: "2 of 3"):
        assert "✓" not in shown.getvalue()
    assert "✓" in shown.getvalue()
    assert "synth" in shown.getvalue()


def test_a_file_gets_plain_lines() -> None:
    assert isinstance(steps_on(Console(file=io.StringIO())), PlainSteps)
