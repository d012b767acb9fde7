"""Answers of the engine as tests want them: written as JSON, what a test does not mention is empty."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from helsebro.coverage import answer_json
from helsebro.coverage.answer import Answer
from helsebro.coverage.decision import Decision
from helsebro.tasks.determination import Determination, DeterminationOutcome
from helsebro.tasks.proposal import BilledAnswer, Proposal


def answer(outcome: str = "covered", **shape: Any) -> Answer:
    """The answer of this outcome."""
    return answer_json.read({"outcome": outcome, **shape})


def proposal(outcome: str = "covered", **shape: Any) -> Proposal:
    """The proposal of this outcome on a claim or an extension."""
    return Proposal.from_json({"outcome": outcome, **shape})


def of_treatments(*answers: Answer) -> Proposal:
    """The proposal on a refund of so many treatments, each with its answer."""
    treatments = (BilledAnswer(date(2026, 11, 16), "chiropractic", one) for one in answers)
    return Proposal(Answer("refer"), "da", tuple(treatments))


def determination(outcome: DeterminationOutcome, at: datetime, **changes: Any) -> Determination:
    """What a caseworker determined at an instant."""
    return Determination(outcome, at, "caseworker", **changes)


def shown(decision: Decision, language: str = "da") -> dict[str, Any]:
    """A decision as the public contract shows it."""
    return answer_json.write(decision.answer(language))
