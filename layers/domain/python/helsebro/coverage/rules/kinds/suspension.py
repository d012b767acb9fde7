"""Suspension: no cover while the premium is unpaid after the reminder's days; the policy has the days."""

from __future__ import annotations

from datetime import date

from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row


def build(_row: Row) -> Evaluate:
    """Denies on the days of a suspension until the day of payment; before it begins, it only adds a note.

    A suspension begins ``days`` after the reminder; the policy calculates that day.
    """

    def evaluate(situation: Situation) -> Finding | None:
        suspensions = [(first, _paid(paid, situation.as_of)) for first, paid in situation.cover.suspended]
        if not suspensions:
            return None
        starts = situation.facts["treatment.startsOn"]
        if not isinstance(starts, date):
            return unknown(("treatment.startsOn",)) if any(not paid for _, paid in suspensions) else None
        return next((_finding(situation, *days) for days in suspensions if _includes(starts, *days)), None)

    return evaluate


def _paid(paid: date | None, as_of: date) -> date | None:
    """Returns the day of payment if it is known on the day of the decision."""
    return paid if paid and paid <= as_of else None


def _includes(day: date, first: date, paid: date | None) -> bool:
    return first <= day and (paid is None or day < paid)


def _finding(situation: Situation, first: date, paid: date | None) -> Finding:
    facts = {"from": first.isoformat(), "until": paid and paid.isoformat()}
    if situation.as_of < first:
        return Finding("note", facts)
    return Finding("deny", facts, denies=True, until=paid)


KIND = Kind(build, {"days": fields.count}, frozenset({"days"}), reads=frozenset({"treatment.startsOn"}))
