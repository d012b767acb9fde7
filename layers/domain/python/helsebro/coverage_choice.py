"""Which of a person's covers answers a question of cover (R-301, R-602, Q28).

A work cause is for SA1706, a leisure cause for SF1706. Where the cause is unknown, or several policies fit,
the one with the better outcome answers, of equal ones the one still in force. Nobody insured at all is an
answer too (R-201).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from helsebro.coverage import Cover, Decision, Question, covers_for, decide

BEST_FIRST = ("covered", "refer", "needs-evidence", "not-covered")


def best_decision(question: Question, covers: Sequence[Cover], today: date) -> Decision:
    """The decision under the cover that fits the cause, the best one of several."""
    fitting = covers_for(question.cause, covers)
    in_force_first = sorted(fitting or covers, key=lambda cover: (cover.left_on or date.max) < today)
    decisions = [decide(question, cover, today) for cover in in_force_first]
    if not decisions:
        return decide(question, None, today)
    return min(decisions, key=lambda decision: BEST_FIRST.index(decision.outcome))
