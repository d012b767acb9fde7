"""The right policy for a person with two: the one for work or the one for leisure (R-301, Q27, Q28)."""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.coverage.question.cover import Cover

CAUSE_OF_FAMILY = {"SA": "work", "SF": "leisure"}
"""Product families by the first two letters of the product's name."""


def family_of(product: str | None) -> str:
    """The family of a product: the same through all its versions."""
    return (product or "")[:2]


def cause_of(product: str) -> str | None:
    """The cause a product is for: ``work``, ``leisure``, or None for neither."""
    return CAUSE_OF_FAMILY.get(family_of(product))


def covers_for(cause: str, covers: Sequence[Cover]) -> list[Cover]:
    """The covers whose product is for this cause; none for an unknown one."""
    return [one for one in covers if cause_of(one.product) == cause]
