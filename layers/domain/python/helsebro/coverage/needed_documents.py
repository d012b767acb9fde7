"""Needed documents: the documents that the terms require to decide a case (F4-07, R-302, R-811)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from helsebro.coverage.engine import misses
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Question

REFERRAL = "evidence.referral"
KINDS = ("own-doctor", "physiotherapy", "specialist")
"""The kinds of a doctor's referral, weakest first."""


@dataclass(frozen=True)
class NeededDocuments:
    """The file types that a case needs, and the kind of referral that its treatment needs."""

    file_types: tuple[str, ...]
    referral: str


def needed_documents(asked: Question, cover: Cover, today: date) -> NeededDocuments:
    """Returns a referral when the engine misses it, of the weakest kind that is enough; else no documents."""
    if not _misses_referral(asked, cover, today, "none"):
        return NeededDocuments((), KINDS[0])
    enough = (kind for kind in KINDS if not _misses_referral(asked, cover, today, kind))
    return NeededDocuments(("referral",), next(enough, KINDS[-1]))


def _misses_referral(asked: Question, cover: Cover, today: date, referral: str) -> bool:
    with_referral = replace(asked, evidence=replace(asked.evidence, referral=referral))
    return misses(REFERRAL, with_referral, cover, today)
