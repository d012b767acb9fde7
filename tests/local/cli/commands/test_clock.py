"""``helsebro clock``: it shows business time, and refuses what it cannot do in one line."""

from __future__ import annotations

import pytest

from tests.local.cli.conftest import Run


def test_the_business_time_is_shown(run: Run) -> None:
    shown = run("clock")
    assert shown.exit_code == 0
    assert shown.stdout.startswith("Business time ")


def test_the_clock_never_moves_back(run: Run) -> None:
    refused = run("clock", "-2d")
    assert (refused.exit_code, "its clock only moves forward" in refused.stderr) == (1, True)


@pytest.mark.parametrize("at", ["-2d", "1999-01-01T00:00:00Z", "tomorrow", "+2", "2027-01-01T08:00:00"])
def test_the_past_and_unclear_times_are_refused(run: Run, at: str) -> None:
    refused = run("clock", "--", at)
    assert refused.exit_code != 0
    assert refused.stderr
    assert "Traceback" not in refused.output
