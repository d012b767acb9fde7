"""Earlier treatments of a situation: those that certainly count, and those that possibly count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helsebro.coverage.question.facts import Situation
    from helsebro.coverage.question.question import Earlier

SURE: frozenset[str | None] = frozenset({"same"})
POSSIBLE: frozenset[str | None] = frozenset({"same", None})
"""It is unknown whether a row without a key was for the same condition."""


def same_condition(
    situation: Situation, treatments: frozenset[str], keys: frozenset[str | None]
) -> Iterator[Earlier]:
    """Yields the earlier treatments of these types for the condition of the question."""
    return (
        row for row in situation.history if row.treatment_type in treatments and row.condition_key in keys
    )
