"""The question of cover of a claim, with what the platform itself knows of it on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from helsebro.claims.claim import Claim
from helsebro.coverage.question.question import Question
from helsebro.local_day import local_day


def question_of(claim: Claim, today: date) -> Question:
    """Returns the claim's question with what we know of it."""
    return with_what_we_know(claim.question, claim, today)


def with_what_we_know(asked: Question, claim: Claim, today: date) -> Question:
    """Returns a question about the claim with the day of the report, and the approval beforehand.

    For a treatment that has not begun, the decision to come is itself that approval (F4-28, R-1205).
    """
    asked = with_report(asked, claim)
    starts = asked.treatment.starts_on
    if asked.evidence.approved_beforehand is None and (starts is None or starts >= today):
        asked = replace(asked, evidence=replace(asked.evidence, approved_beforehand=True))
    return asked


def with_report(asked: Question, claim: Claim) -> Question:
    """Returns a question with the day the claim was reported, never before the day it arose (R-1315)."""
    reported_on = asked.evidence.reported_on or local_day(claim.reported_at, claim.country)
    reported_on = max(reported_on, asked.condition.arisen_on or reported_on)
    return replace(asked, evidence=replace(asked.evidence, reported_on=reported_on))
