"""Simulation: answers a question of cover before a claim is reported; it changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from helsebro.coverage.alternatives import Alternative, alternatives
from helsebro.coverage.choice import HistoryOf, best_decision, no_history, with_others
from helsebro.coverage.decision import Decision
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.faults.contradictions import contradictions
from helsebro.coverage.question.faults.currencies import amounts_in_another_currency
from helsebro.coverage.question.faults.future_days import days_in_the_future
from helsebro.coverage.question.question import Question
from helsebro.errors import BadInput


@dataclass(frozen=True)
class Simulation:
    """The decision, and the alternatives under each policy, in and out of the network."""

    decision: Decision
    alternatives: tuple[Alternative, ...]


def simulate(
    question: Question, covers: Sequence[Cover], today: date, history_of: HistoryOf = no_history
) -> Simulation:
    """Returns the decision and the alternatives, with the earlier treatments that the platform knows.

    Raises ``BadInput`` for amounts in a currency in which no policy pays, for facts that exclude each other,
    and for what has happened after today unless the question is about a day of its own.
    """
    faults = [
        *amounts_in_another_currency(question, {cover.annual_sum.currency for cover in covers}),
        *contradictions(question),
        *(days_in_the_future(question, today) if question.as_of is None else []),
    ]
    if faults:
        raise BadInput(faults)
    decision = best_decision(question, covers, today, history_of)
    return Simulation(decision, alternatives(question, list(with_others(covers)), today, history_of))
