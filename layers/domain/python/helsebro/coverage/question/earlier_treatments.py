"""Earlier treatments of a situation: those that certainly count, and those that possibly count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
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


def ended_by(situation: Situation, row: Earlier) -> date | None:
    """Returns the day on which the row's course ended; None when it had not ended by this treatment (Q17)."""
    starts, ended = situation.facts["treatment.startsOn"], row.course_ended_on
    return None if ended is None or (isinstance(starts, date) and ended > starts) else ended


def open_course(situation: Situation, keys: frozenset[str | None]) -> list[Earlier]:
    """Returns what was granted or given of the question's own treatment in a course that has not ended.

    A row without an end belongs to the course that ended after it, if there is one.
    """
    rows = list(same_condition(situation, frozenset({str(situation.facts["treatment.type"])}), keys))
    last = max((end for row in rows if (end := ended_by(situation, row))), default=date.min)
    return [row for row in rows if ended_by(situation, row) is None and row.on > last]
