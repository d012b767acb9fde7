"""Small cells: counts that are not shown, since they would tell of single cases.

A count of 1 to 4 is hidden. So is what it could be computed from: where all cells and their sum are shown,
the difference is the hidden cell. Therefore at least two cells of a sum are hidden, and together they are 5
or more.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

FEW = 5
"""A smaller count is hidden, unless it is 0."""
Name = TypeVar("Name", bound=Hashable)


def is_small(count: int) -> bool:
    """Returns whether a count would tell of single cases."""
    return 0 < count < FEW


def beside_their_sum(cells: Mapping[Name, int]) -> dict[Name, int | None]:
    """Returns the cells of a sum that is shown; None for those that are hidden. The sum is not small.

    Beside what is small, the smallest other cells are hidden until none can be computed.
    """
    hidden = {name for name, count in cells.items() if is_small(count)}
    others = sorted((name for name in cells if cells[name] >= FEW), key=lambda name: cells[name])
    while hidden and others and not _is_safe([cells[name] for name in hidden]):
        hidden.add(others.pop(0))
    return {name: None if name in hidden else count for name, count in cells.items()}


def beside_a_hidden_sum(cells: Mapping[Name, int]) -> dict[Name, int | None]:
    """Returns the cells of a sum that is hidden: all but the zeros are hidden, since they are the sum."""
    return {name: None if count else 0 for name, count in cells.items()}


def _is_safe(hidden: list[int]) -> bool:
    return len(hidden) > 1 and sum(hidden) >= FEW
