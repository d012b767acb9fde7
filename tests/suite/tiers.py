"""The tiers of tests, by what they need: nothing (unit), moto in this process, or the running stack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

TIERS = {
    "unit": "needs no server",
    "moto": "needs moto, an AWS endpoint in this process",
    "stack": "needs the embedded stack, deployed and running",
}
SERVERS = {"running_stack": "stack", "aws_endpoint": "moto"}
"""The fixture that starts a server, and the tier of every test that uses it, itself or through another."""


def tier_of(item: pytest.Item) -> str:
    """The tier of a test, by the fixtures it uses."""
    used = getattr(item, "fixturenames", ())
    return next((tier for fixture, tier in SERVERS.items() if fixture in used), "unit")


def lines(stats: Mapping[str, Iterable[Any]]) -> list[str]:
    """One line a tier: its tests, and the seconds of their setup, call and teardown over all workers."""
    seconds, tests = dict.fromkeys(TIERS, 0.0), dict.fromkeys(TIERS, 0)
    for reports in stats.values():
        for report in reports:
            if not isinstance(report, pytest.TestReport):
                continue
            tier = next(name for name in TIERS if name in report.keywords)
            seconds[tier] += report.duration
            tests[tier] += report.when == "call"
    return [f"{tier:<6}{tests[tier]:>6} tests{seconds[tier]:>8.1f} s" for tier in TIERS]
