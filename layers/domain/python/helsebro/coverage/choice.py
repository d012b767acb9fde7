"""Which of a person's covers answers a question of cover (R-301, R-602, Q27, Q28): one rule for everybody.

Each product insures work or leisure, as the head of its terms says. Where the cause is unknown, or several
policies fit, the one with the better outcome answers; of equal ones the one in force on the day of the
treatment, then the one for leisure, then the lower policy number. Nobody insured at all is an answer too
(R-201).
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
"""What the platform itself knows of earlier treatments, as it counts under a cover."""


def no_history(_cover: Cover) -> tuple[Earlier, ...]:
    """The platform knows of nothing."""
    return ()


def best_decision(
    question: Question, covers: Sequence[Cover], today: date, history_of: HistoryOf = no_history
) -> Decision:
    """The decision under the cover that answers the question."""
    chosen = best_cover(question, covers, today, history_of)
    if chosen is None:
        return decide(question, None, today)
    return decide(with_history(question, chosen, history_of), chosen, today)


def best_cover(
    question: Question, covers: Sequence[Cover], today: date, history_of: HistoryOf = no_history
) -> Cover | None:
    """The cover that answers the question, told of the person's other policy; ``None`` without any.

    Without a second one that could, nothing is decided and no history is asked for.
    """
    fitting = candidates(question, covers, today)
    if len(fitting) < 2:
        return fitting[0] if fitting else None

    def rank(cover: Cover) -> int:
        return RANK[assess(with_history(question, cover, history_of), cover, today).outcome]

    return max(fitting, key=rank)


def candidates(question: Question, covers: Sequence[Cover], today: date) -> list[Cover]:
    """The covers whose product is for the cause, or all where none is; the likeliest first."""
    on = question.treatment.starts_on or question.as_of or today

    def order(cover: Cover) -> tuple[bool, bool, str]:
        in_force = cover.starts_on <= on <= (cover.left_on or date.max)
        return not in_force, cause_of(cover.product) != FIRST_CHOICE, cover.policy_number

    told = list(with_others(covers))
    fitting = [cover for cover in told if cause_of(cover.product) == question.cause]
    return sorted(fitting or told, key=order)


def with_others(covers: Sequence[Cover]) -> Iterator[Cover]:
    """The covers, each told which other product the person has where it does not know of one (Q28)."""
    for cover in covers:
        others = (one.product for one in covers if family_of(one.product) != family_of(cover.product))
        yield cover if cover.other_product else replace(cover, other_product=next(others, None))


def with_history(question: Question, cover: Cover, history_of: HistoryOf) -> Question:
    """The question with what the platform knows added to its own history."""
    known = history_of(cover)
    return replace(question, history=(*question.history, *known)) if known else question
