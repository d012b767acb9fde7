"""Suspension: no cover while the premium stays unpaid after the reminder's days; the policy tells when."""

from __future__ import annotations

from datetime import date

from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row


def build(_row: Row) -> Evaluate:
    """Denies on the days of a suspension, up to the day it is paid; before it has begun it only tells of it.

    ``days`` after the reminder a suspension begins; whoever keeps the policy reckons with it.
    """

    def evaluate(situation: Situation) -> Finding | None:
        stretches = [(first, _paid(paid, situation.as_of)) for first, paid in situation.cover.suspended]
        if not stretches:
            return None
        starts = situation.facts["treatment.startsOn"]
        if not isinstance(starts, date):
            return unknown(("treatment.startsOn",)) if any(not paid for _, paid in stretches) else None
        return next((_told(situation, *one) for one in stretches if _holds(starts, *one)), None)

    return evaluate


def _paid(paid: date | None, as_of: date) -> date | None:
    """The day of payment as far as it is known on the day of the decision."""
    return paid if paid and paid <= as_of else None


def _holds(day: date, first: date, paid: date | None) -> bool:
    return first <= day and (paid is None or day < paid)


def _told(situation: Situation, first: date, paid: date | None) -> Finding:
    told = {"from": first.isoformat(), "until": paid and paid.isoformat()}
    if situation.as_of < first:
        return Finding("note", told)
    return Finding("deny", told, denies=True, until=paid)


KIND = Kind(build, {"days": fields.count}, frozenset({"days"}), reads=frozenset({"treatment.startsOn"}))
