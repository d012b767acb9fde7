"""Suspension: no cover while the premium is unpaid after the reminder's days; the policy has the days."""

from __future__ import annotations

from datetime import date, timedelta

from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.finding import Evaluate, Finding
from helsebro.coverage.rules.rule import Kind, Row

REMINDED, PAID = "evidence.premiumRemindedOn", "evidence.premiumPaidOn"


def build(row: Row) -> Evaluate:
    """Denies on the days of a suspension until the day of payment; before it begins, it only adds a note.

    A suspension begins when ``days`` have passed after a reminder. The policy has its suspensions; the
    question may name one more reminder.
    """
    length = timedelta(days=(row.number("days") or 0) + 1)

    def evaluate(situation: Situation) -> Finding | None:
        periods = [*situation.cover.suspended, *_stated(situation, length)]
        suspensions = [(first, _paid(paid, situation.as_of)) for first, paid in periods]
        on = situation.on
        return next((_finding(situation, *days) for days in suspensions if _includes(on, *days)), None)

    return evaluate


def _stated(situation: Situation, length: timedelta) -> list[tuple[date, date | None]]:
    """Returns the suspension after the reminder of the question, unless it was paid in time."""
    reminded, paid = situation.facts[REMINDED], situation.facts[PAID]
    if not isinstance(reminded, date):
        return []
    first, paid_on = reminded + length, paid if isinstance(paid, date) else None
    return [] if paid_on and paid_on < first else [(first, paid_on)]


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


KIND = Kind(
    build,
    lambda _: frozenset({"note", "deny"}),
    {"days": fields.count},
    frozenset({"days"}),
    reads=frozenset({"treatment.startsOn", REMINDED, PAID}),
)
