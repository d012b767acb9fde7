"""The choice of the cover that answers a question (R-301, R-602, Q27, Q28), in every part of the platform.

Each product insures work or leisure, as the head of its terms says. When the cause is unknown, or several
policies match it, the policy with the better outcome is chosen; of equal ones the policy in force on the day
of the treatment, then the one for leisure, then the lower policy number. Without any policy the answer is
that of R-201.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from helsebro.coverage.answer import RANK
from helsebro.coverage.decision import Decision
from helsebro.coverage.engine import assess, decide
from helsebro.coverage.product_head import FIRST_CHOICE, cause_of, family_of
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Earlier, Question

HistoryOf: TypeAlias = Callable[[Cover], tuple[Earlier, ...]]
"""Returns the earlier treatments that the platform knows, as they count under a cover."""


def no_history(_cover: Cover) -> tuple[Earlier, ...]:
    """Returns no earlier treatments."""
    return ()


def best_decision(
    question: Question, covers: Sequence[Cover], today: date, history_of: HistoryOf = no_history
) -> Decision:
    """Returns the decision under the chosen cover."""
    chosen = best_cover(question, covers, today, history_of)
    if chosen is None:
        return decide(question, None, today)
    return decide(with_history(question, chosen, history_of), chosen, today)


def best_cover(
    question: Question, covers: Sequence[Cover], today: date, history_of: HistoryOf = no_history
) -> Cover | None:
    """Returns the cover that answers the question, with the person's other product; ``None`` without covers.

    With a single candidate nothing is decided and no history is read.
    """
    fitting = candidates(question, covers, today)
    if len(fitting) < 2:
        return fitting[0] if fitting else None

    def rank(cover: Cover) -> int:
        return RANK[assess(with_history(question, cover, history_of), cover, today).outcome]

    return max(fitting, key=rank)


def candidates(question: Question, covers: Sequence[Cover], today: date) -> list[Cover]:
    """Returns the covers whose product insures the cause, else all covers; the preferred one first."""
    on = question.treatment.starts_on or question.as_of or today

    def order(cover: Cover) -> tuple[bool, bool, str]:
        in_force = cover.starts_on <= on <= (cover.left_on or date.max)
        return not in_force, cause_of(cover.product) != FIRST_CHOICE, cover.policy_number

    all_covers = list(with_others(covers))
    fitting = [cover for cover in all_covers if cause_of(cover.product) == question.cause]
    return sorted(fitting or all_covers, key=order)


def with_others(covers: Sequence[Cover]) -> Iterator[Cover]:
    """Yields the covers, each with the person's other product if it does not have it yet (Q28)."""
    for cover in covers:
        others = (other.product for other in covers if family_of(other.product) != family_of(cover.product))
        yield cover if cover.other_product else replace(cover, other_product=next(others, None))


def with_history(question: Question, cover: Cover, history_of: HistoryOf) -> Question:
    """Returns the question with the earlier treatments that the platform knows added to its history."""
    known = history_of(cover)
    return replace(question, history=(*question.history, *known)) if known else question
