"""First report: the day on which a person first reported an illness or injury (13.4.2, R-003, R-1315)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from helsebro.claims.claim import Claim
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Question
from helsebro.coverage.question.stated_cover import with_statements
from helsebro.coverage.question.taken_as_given import arisen_on, category_of
from helsebro.local_day import local_day


def hangs_on_report(asked: Question, covers: Sequence[Cover]) -> bool:
    """Returns whether cover has ended before the treatment, and the day of the report is not known."""
    starts = asked.treatment.starts_on
    if starts is None or asked.evidence.reported_on is not None:
        return False
    ends = [with_statements(cover, asked).ended_on(starts) for cover in covers]
    return any(ended is not None and ended < starts for ended in ends)


def with_first_report(asked: Question, claims: Iterable[Claim]) -> Question:
    """Returns the question with the day of the first of these claims for the same illness or injury.

    It is the same when category and day of onset are. Without such a claim the day stays unknown.
    """
    days = [_day(claim) for claim in claims if _is_same(asked, claim)]
    if not days:
        return asked
    return replace(asked, evidence=replace(asked.evidence, reported_on=min(days)))


def _is_same(asked: Question, claim: Claim) -> bool:
    ours, theirs = ((category_of(each), arisen_on(each)) for each in (asked, claim.question))
    return None not in ours and ours == theirs


def _day(claim: Claim) -> date:
    reported_on = local_day(claim.reported_at, claim.country)
    return max(reported_on, claim.question.condition.arisen_on or reported_on)
