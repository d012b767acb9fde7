"""The order of the tests: long groups first, or with ``HELSEBRO_TEST_ORDER=<seed>`` any order at all.

A group runs in one worker: all tests of the running stack, so that there is one stack, and else a file. The
workers take the groups in the order of their first tests, so what takes longest begins first and no worker is
left with it at the end.
"""

from __future__ import annotations

import os
import random

import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.suite import tiers

VARIABLE = "HELSEBRO_TEST_ORDER"
LONG_FIRST = ("stack", "moto", "unit")


class Groups(LoadScopeScheduling):  # type: ignore[misc]
    """Gives a worker one group after another, in their order."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


def group_of(nodeid: str) -> str:
    """The group of a test. Only tests below ``tests/journeys`` have the fixture of the running stack."""
    return "stack" if nodeid.startswith("tests/journeys/") else nodeid.split("::")[0]


def arrange(items: list[pytest.Item]) -> None:
    """Puts the tests in the order of the run. The same seed gives the same order in every worker."""
    seed = os.environ.get(VARIABLE)
    if seed:
        random.Random(seed).shuffle(items)
    else:
        items.sort(key=_place)


def _place(item: pytest.Item) -> tuple[int, bool]:
    is_promise = "promises" in item.path.parts
    return LONG_FIRST.index(tiers.tier_of(item)), not is_promise
