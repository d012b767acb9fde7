"""The order of the tests: long groups first, or with ``HELSEBRO_TEST_ORDER=<seed>`` any order at all.

A group (the mark ``xdist_group``) runs in one worker. The workers take the groups in the order of their first
tests, so what takes longest begins first and no worker is left with it at the end.
"""

from __future__ import annotations

import os
import random

import pytest

from tests.suite import tiers

VARIABLE = "HELSEBRO_TEST_ORDER"
LONG_FIRST = ("stack", "moto", "unit")


def group_of(item: pytest.Item) -> str:
    """One group for the running stack, and one for each file's other tests."""
    return "stack" if tiers.tier_of(item) == "stack" else item.nodeid.split("::")[0]


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
