"""Simulation: a question of cover, answered before anything is claimed; it changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from helsebro.coverage import Cover, Decision, Question, check_against, covers_for
from helsebro.coverage_choice import best_decision


def simulate(question: Question, covers: Sequence[Cover], today: date) -> Decision:
    """The answer under the cover that fits the cause.

    Raises ``BadInput`` for a treatment before every one of those covers began.
    """
    fitting = covers_for(question.cause, covers) or list(covers)
    if fitting:
        check_against(question, min(fitting, key=lambda cover: cover.starts_on))
    return best_decision(question, covers, today)
