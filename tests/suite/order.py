"""The order of the tests: the slow tiers first, or with ``HELSEBRO_TEST_ORDER=<seed>`` any order at all.

What takes longest begins first, so that no worker is left with it at the end.
"""

from __future__ import annotations

import os
import random

import pytest

from tests.suite import tiers

VARIABLE = "HELSEBRO_TEST_ORDER"
SLOW_FIRST = ("stack", "moto", "unit")


def arrange(items: list[pytest.Item]) -> None:
    """Puts the tests in the order of the run. The same seed gives the same order in every worker."""
    seed = os.environ.get(VARIABLE)
    if seed:
        random.Random(seed).shuffle(items)
    else:
        items.sort(key=_place)


def _place(item: pytest.Item) -> tuple[int, bool]:
    is_promise = "promises" in item.path.parts
    return SLOW_FIRST.index(tiers.tier_of(item)), not is_promise
