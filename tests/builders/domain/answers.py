"""Answers of the engine for tests, written as JSON; a field that a test does not set is empty."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from helsebro.coverage import answer_json
from helsebro.coverage.answer import Answer
from helsebro.coverage.decision import Decision
from helsebro.coverage.texts.shown_answer import shown_answer
from helsebro.tasks.determination import Determination, DeterminationOutcome
from helsebro.tasks.proposal import BilledAnswer, Proposal


def answer(outcome: str = "covered", **shape: Any) -> Answer:
    """Returns an answer with this outcome."""
    return answer_json.read({"outcome": outcome, **shape})


def proposal(outcome: str = "covered", **shape: Any) -> Proposal:
    """Returns a proposal with this outcome on a claim or an extension."""
    return Proposal.from_json({"outcome": outcome, **shape})


def of_treatments(*answers: Answer) -> Proposal:
    """Returns a proposal on a refund with one treatment for each answer."""
    treatments = (BilledAnswer(date(2026, 11, 16), "chiropractic", answer) for answer in answers)
    return Proposal(Answer("refer"), tuple(treatments))


def determination(outcome: DeterminationOutcome, at: datetime, **changes: Any) -> Determination:
    """Returns what a caseworker determined at an instant."""
    return Determination(outcome, at, "caseworker", **changes)


def shown(decision: Decision, language: str = "da") -> dict[str, Any]:
    """Returns a decision as JSON of the public contract."""
    return shown_answer(decision.answer(), language)
