"""The right policy for a person with two: the one for work or the one for leisure (R-301, Q27, Q28)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helsebro.coverage.cover import Cover

CAUSE_OF_FAMILY = {"SA": "work", "SF": "leisure"}
"""Product families by the first two letters of the product's name."""


def fitting_cover(cause: str, covers: Sequence[Cover]) -> Cover | None:
    """The cover whose product is for this cause, else the first; ``None`` without any."""
    if not covers:
        return None
    chosen = next((one for one in covers if CAUSE_OF_FAMILY.get(one.product[:2]) == cause), covers[0])
    other = next((one.product for one in covers if one.product[:2] != chosen.product[:2]), None)
    return replace(chosen, other_product=other)
