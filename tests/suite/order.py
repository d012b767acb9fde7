"""The order of the tests: the slow tiers first, or with ``HELSEBRO_TEST_ORDER=<seed>`` any order at all.

What takes longest begins first, so that no worker is left with it at the end. What moves the stack's clock
begins before all else: everything falls due on the way, and a stack that is new has few cases.
"""

from __future__ import annotations

import os
import random

import pytest

from tests.suite import tiers

VARIABLE = "HELSEBRO_TEST_ORDER"
SLOW_FIRST = ("stack", "moto", "unit")
MOVES = "moved"
"""The fixture by which a test moves the clock."""


def arrange(items: list[pytest.Item]) -> None:
    """Puts the tests in the order of the run. The same seed gives the same order in every worker."""
    items.sort(key=lambda item: item.path)
    seed = os.environ.get(VARIABLE)
    if seed:
        random.Random(seed).shuffle(items)
    else:
        moving = {item.path for item in items if MOVES in getattr(item, "fixturenames", ())}
        items.sort(key=lambda item: (*_place(item), item.path not in moving))


def _place(item: pytest.Item) -> tuple[int, bool]:
    is_promise = "promises" in item.path.parts
    return SLOW_FIRST.index(tiers.tier_of(item)), not is_promise
