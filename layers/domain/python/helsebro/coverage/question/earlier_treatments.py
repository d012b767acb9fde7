"""Earlier treatments of a situation, told apart by whether they surely count or only may."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helsebro.coverage.question.facts import Situation
    from helsebro.coverage.question.question import Earlier

SURE: frozenset[str | None] = frozenset({"same"})
PERHAPS: frozenset[str | None] = frozenset({"same", None})
"""Nobody has told whether a row without a key was for the same condition."""


def same_condition(
    situation: Situation, treatments: frozenset[str], keys: frozenset[str | None]
) -> Iterator[Earlier]:
    """The earlier treatments of these types for the condition asked about."""
    return (
        row for row in situation.history if row.treatment_type in treatments and row.condition_key in keys
    )
