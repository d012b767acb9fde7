"""Wait: no cover before a day, counted from start, seniority, enrolment or an ended course; or never."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from helsebro.coverage.question.earlier_treatments import POSSIBLE, SURE, same_condition
from helsebro.coverage.question.facts import Situation
from helsebro.coverage.question.windows import add_months
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row

ConditionKeys = frozenset[str | None]
Anchor = Callable[[Situation, frozenset[str], ConditionKeys], date | None]


def course_ended(situation: Situation, treatments: frozenset[str], keys: ConditionKeys) -> date | None:
    """Returns the last day on which a course for the same condition ended before this treatment (Q17)."""
    starts = situation.facts["treatment.startsOn"]
    ends = [
        row.course_ended_on
        for row in same_condition(situation, treatments, keys)
        if row.course_ended_on and not (isinstance(starts, date) and row.course_ended_on > starts)
    ]
    return max(ends, default=None)


ANCHORS: dict[str, Anchor] = {
    "start": lambda situation, *_: situation.cover.starts_on,
    "seniority": lambda situation, *_: situation.cover.seniority,
    "enrolment": lambda situation, *_: situation.cover.enrolled_on,
    "course-ended": course_ended,
}


def build(row: Row) -> Evaluate:
    """Waits ``months`` (or the policy's ``parameter``) from an anchor; without either, cover never begins."""
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
    until, starts = add_months(first, months), situation.facts["treatment.startsOn"]
    facts = {"from": first.isoformat(), "months": months, "until": until.isoformat()}
    if not isinstance(starts, date):
        return unknown(("treatment.startsOn",))
    if starts >= until:
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


KIND = Kind(
    build,
    {
        "from": ANCHORS.__contains__,
        "months": fields.count,
        "parameter": fields.text,
        "treatments": fields.treatments,
    },
    reads=frozenset({"treatment.startsOn"}),
    only_with={"from": frozenset({"months", "parameter"}), "months": frozenset({"from"})},
)
