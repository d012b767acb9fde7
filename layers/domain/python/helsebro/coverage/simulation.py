"""Simulation: answers a question of cover before a claim is reported; it changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from helsebro.coverage.alternatives import Alternative, alternatives
from helsebro.coverage.choice import HistoryOf, best_decision, candidates, no_history, with_others
from helsebro.coverage.decision import Decision
from helsebro.coverage.engine import faults_against
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Question
from helsebro.errors import Fault


@dataclass(frozen=True)
class Simulation:
    """The decision, and the alternatives under each policy, in and out of the network."""

    decision: Decision
    alternatives: tuple[Alternative, ...]


def simulate(
    question: Question, covers: Sequence[Cover], today: date, history_of: HistoryOf = no_history
) -> Simulation:
    """Returns the decision and the alternatives, with the earlier treatments that the platform knows."""
    decision = best_decision(question, covers, today, history_of)
    return Simulation(decision, alternatives(question, list(with_others(covers)), today, history_of))


def simulation_faults(question: Question, covers: Sequence[Cover], today: date) -> list[Fault]:
    """Returns the fault of a treatment before the first of the covers for its cause began."""
    fitting = candidates(question, covers, today)
    return faults_against(question, min(fitting, key=lambda cover: cover.starts_on)) if fitting else []
