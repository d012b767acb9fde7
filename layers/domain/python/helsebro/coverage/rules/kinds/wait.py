"""Wait: no cover before a day, counted from start, seniority, enrolment or an ended course; or never."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from helsebro.coverage.question.earlier_treatments import (
    POSSIBLE,
    SURE,
    ended_by,
    open_course,
    same_condition,
)
from helsebro.coverage.question.facts import Situation
from helsebro.coverage.question.windows import add_months
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row
from helsebro.coverage.trail import Effect

START = "cover.start"
ConditionKeys = frozenset[str | None]
Anchor = Callable[[Situation, frozenset[str], ConditionKeys], date | None]


def course_ended(situation: Situation, treatments: frozenset[str], keys: ConditionKeys) -> date | None:
    """Returns the last day on which a course for the same condition ended before this treatment (Q17).

    An end counts for what would be granted anew. What was granted of the question's own treatment before that
    day, and has not ended, stands.
    """
    granted = open_course(situation, POSSIBLE if keys == SURE else SURE)
    begun = min((row.on for row in granted), default=date.max)
    if any(row.reserved for row in granted):
        begun = date.min
    rows = same_condition(situation, treatments, keys)
    ends = (end for row in rows if (end := ended_by(situation, row)))
    return max((end for end in ends if end < begun), default=None)


def _day(situation: Situation, path: str) -> date | None:
    value = situation.facts[path]
    return value if isinstance(value, date) else None


ANCHORS: dict[str, Anchor] = {
    "start": lambda situation, *_: _day(situation, START),
    "seniority": lambda situation, *_: situation.cover.seniority,
    "enrolment": lambda situation, *_: situation.cover.enrolled_on,
    "course-ended": course_ended,
}


def build(row: Row) -> Evaluate:
    """Waits ``months`` (or the policy's ``parameter``) from an anchor; without either, cover never begins.

    ``seniorityParameter`` names the policy's flag whether transferred seniority counts as time in force with
    us. While the policy does not say it, a denial that seniority would lift is referred.
    """
    waits, name = _waits(row), row.text("seniorityParameter")

    def evaluate(situation: Situation) -> Finding | None:
        cover, without = situation.cover, waits(situation)
        helps = cover.parameters.get(name, row.defaults.get(name))
        if cover.seniority == cover.starts_on or helps is False:
            return without
        counted = waits(situation._replace(facts={**situation.facts, START: cover.seniority}))
        if helps is True or without is None or not without.denies:
            return counted if helps is True else without
        if counted is not None and (counted.denies or counted.missing):
            return without if counted.denies else counted
        return Finding("refer", {**without.facts, "seniority": cover.seniority.isoformat()})

    return evaluate if name else waits


def _waits(row: Row) -> Evaluate:
    test, treatments, months_of = row.when.test, row.names("treatments"), months_of_row(row)
    anchor = ANCHORS.get(row.text("from"))

    def evaluate(situation: Situation) -> Finding | None:
        applies = test(situation.facts)
        if applies is False:
            return None
        if anchor is None:
            return Finding("deny", {"never": True}, denies=True) if applies is True else unknown(applies)
        months = months_of(situation)
        sure = _wait(situation, anchor(situation, treatments, SURE), months)
        if applies is True and sure is not None and sure.denies:
            return sure
        found = sure if not treatments else _wait(situation, anchor(situation, treatments, POSSIBLE), months)
        if found is None or found.effect == "note":
            return sure if applies is True else None
        open_rows = ("history",) if found is not sure else ()
        return unknown((*(() if applies is True else applies), *found.missing, *open_rows))

    return evaluate


def _wait(situation: Situation, first: date | None, months: int) -> Finding | None:
    if first is None:
        return None
    until = add_months(first, months)
    facts = {"from": first.isoformat(), "months": months, "until": until.isoformat()}
    if situation.on >= until:
        return Finding("note", facts)
    return Finding("wait", facts, denies=True, until=until)


def months_of_row(row: Row) -> Callable[[Situation], int]:
    """Returns how many months the row waits: the policy's parameter first, then the product's default."""
    name, printed = row.text("parameter"), row.number("months") or 0
    default = row.defaults.get(name, printed)
    usual = default if isinstance(default, int) else printed

    def months(situation: Situation) -> int:
        value = situation.cover.parameters.get(name, usual)
        return value if isinstance(value, int) and value >= 0 else usual

    return months


def _effects(row: Row) -> frozenset[Effect]:
    own: frozenset[Effect] = frozenset({"note", "wait"} if row.text("from") else {"deny"})
    return own | {"refer"} if row.text("seniorityParameter") else own


KIND = Kind(
    build,
    _effects,
    {
        "from": ANCHORS.__contains__,
        "months": fields.count,
        "parameter": fields.text,
        "seniorityParameter": fields.text,
        "treatments": fields.treatments,
    },
    reads=frozenset({"treatment.startsOn"}),
    only_with={"from": frozenset({"months", "parameter"}), "months": frozenset({"from"})},
)
