"""Simulation: a question of cover, answered before anything is claimed; it changes nothing."""

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
    """The decision, and what would come of it under each policy, in and out of the network."""

    decision: Decision
    alternatives: tuple[Alternative, ...]


def simulate(
    question: Question, covers: Sequence[Cover], today: date, history_of: HistoryOf = no_history
) -> Simulation:
    """The answer under the cover that fits the cause, with what the platform knows of the person."""
    decision = best_decision(question, covers, today, history_of)
    return Simulation(decision, alternatives(question, list(with_others(covers)), today, history_of))


def simulation_faults(question: Question, covers: Sequence[Cover], today: date) -> list[Fault]:
    """The fault of a treatment before every one of the covers began that fit its cause."""
    fitting = candidates(question, covers, today)
    return faults_against(question, min(fitting, key=lambda cover: cover.starts_on)) if fitting else []
