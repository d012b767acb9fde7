"""Period: covered up to and including a day, counted from an event, a diagnosis or a first treatment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from helsebro.coverage.answer import Effect
from helsebro.coverage.question.earlier_treatments import POSSIBLE, SURE, same_condition
from helsebro.coverage.question.facts import PATHS, Situation
from helsebro.coverage.question.windows import add_months
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row

ANCHORS = ("first-treatment", "last-treatment")


def anchor_of(row: Row, name: str) -> Callable[[Situation, frozenset[str | None]], object]:
    """Returns the day a row counts from: a fact, or the condition's first or last earlier treatment."""
    treatments = row.names("treatments")
    if name not in ANCHORS:
        return lambda situation, _: situation.facts[name]
    choose = min if name == "first-treatment" else max

    def anchor(situation: Situation, keys: frozenset[str | None]) -> object:
        rows = same_condition(situation, treatments, keys)
        days = [past.on if choose is min else past.course_ended_on or past.on for past in rows]
        return choose(days, default=None)

    return anchor


def build(row: Row) -> Evaluate:
    """Denies after the end (``after``: or refers); before it, limits how long a grant is valid, or refers.

    ``fromParameter`` names a policy parameter; when it is ``start``, the first treatment counts instead.
    ``begun`` names treatments: if an earlier one was in time, a later session is in time too.
    """
    usual, parameter = _counted(row, row.text("from")), row.text("fromParameter")
    from_start = _counted(row, "first-treatment")

    def evaluate(situation: Situation) -> Finding | None:
        chosen = situation.cover.parameters.get(parameter, row.defaults.get(parameter))
        return (from_start if chosen == "start" else usual)(situation)

    return evaluate if parameter else usual


def _counted(row: Row, name: str) -> Evaluate:
    test, anchor, judge, begun = row.when.test, anchor_of(row, name), _judge(row), _begun(row)

    def evaluate(situation: Situation) -> Finding | None:
        applies = test(situation.facts)
        if applies is False:
            return None
        first = anchor(situation, POSSIBLE)
        if first is None and name in ANCHORS:
            return judge(situation, situation.on) if applies is True and _starts(situation) else None
        if not isinstance(first, date):
            return unknown((*(() if applies is True else applies), name))
        found, sure = judge(situation, first), name not in ANCHORS or first == anchor(situation, SURE)
        if found.denies and begun(situation, first, SURE):
            found = Finding("cap", found.facts)
        elif found.denies:
            sure = sure and not begun(situation, first, POSSIBLE)
        if not found.denies and not found.missing:
            return found if applies is True else None
        if applies is True and sure:
            return found
        return unknown(
            (*(() if applies is True else applies), *found.missing, *(() if sure else ("history",)))
        )

    return evaluate


def _begun(row: Row) -> Callable[[Situation, date, frozenset[str | None]], bool]:
    """Returns whether an earlier session of the course was in time: only the first one has to be."""
    treatments, end_of = row.names("begun"), _end_of(row)

    def begun(situation: Situation, first: date, keys: frozenset[str | None]) -> bool:
        end = end_of(first)
        return any(first <= past.on <= end for past in same_condition(situation, treatments, keys))

    return begun


def _starts(situation: Situation) -> bool:
    return situation.facts["treatment.startsOn"] is not None


def _judge(row: Row) -> Callable[[Situation, date], Finding]:
    end_of, after = _end_of(row), row.text("after")
    within: Effect = "refer" if row.text("within") == "refer" else "cap"
    start_only = bool(row.parameters.get("startOnly"))

    def judge(situation: Situation, first: date) -> Finding:
        starts, end = situation.facts["treatment.startsOn"], end_of(first)
        facts = {"from": first.isoformat(), "until": end.isoformat()}
        if not isinstance(starts, date):
            return unknown(("treatment.startsOn",))
        if starts <= end:
            return Finding(within, facts, valid_until=None if start_only else end)
        return Finding("refer", facts) if after == "refer" else Finding("deny", facts, denies=True)

    return judge


def _end_of(row: Row) -> Callable[[date], date]:
    days, months = row.number("days"), row.number("months") or 0
    return lambda first: add_months(first, months) if days is None else first + timedelta(days=days)


def _anchor(value: object) -> bool:
    return value in ANCHORS or PATHS.get(str(value)) == ("day",)


KIND = Kind(
    build,
    {
        "from": _anchor,
        "fromParameter": fields.text,
        "days": fields.count,
        "months": fields.count,
        "after": ("deny", "refer").__contains__,
        "within": ("cap", "refer").__contains__,
        "treatments": fields.treatments,
        "begun": fields.treatments,
        "startOnly": fields.flag,
    },
    frozenset({"when", "from"}),
    frozenset({"treatment.startsOn"}),
    one_of=(frozenset({"days", "months"}),),
    only_with={"fromParameter": frozenset({"treatments"})},
)
