"""Period: covered up to and including a day, counted from an event, a diagnosis or a first treatment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from helsebro.coverage.question.earlier_treatments import POSSIBLE, SURE, same_condition
from helsebro.coverage.question.facts import DAY, PATHS, Situation
from helsebro.coverage.question.windows import add_months
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row
from helsebro.coverage.trail import Effect

LAST_DAY = "lastDay"
"""The fact of a period that no grant may outlast: after it the rule denies, and no person may judge it."""
BEGIN_BY = "beginBy"
"""The fact of a period in which the treatment has to begin: the last day to begin."""
AFTER_STAY = "evidence.directlyAfterCoveredStay"
STAYS = frozenset({"stay", "surgery"})
ANCHORS = ("first-treatment", "last-treatment")


def anchor_of(row: Row, name: str) -> Callable[[Situation, frozenset[str | None]], object]:
    """Returns the day a row counts from: a fact, or the condition's first or last earlier treatment."""
    treatments, fact = row.names("treatments"), row.text("fromFact")
    if name not in ANCHORS:
        return lambda situation, _: situation.facts[name]
    choose = min if name == "first-treatment" else max

    def anchor(situation: Situation, keys: frozenset[str | None]) -> object:
        if fact and situation.facts[fact] is not None:
            return situation.facts[fact]
        rows = same_condition(situation, treatments, keys)
        days = [past.on if choose is min else past.course_ended_on or past.on for past in rows]
        return choose(days, default=None)

    return anchor


def build(row: Row) -> Evaluate:
    """Denies after the end (``after``: or refers); before it, limits how long a grant is valid, or refers.

    ``fromParameter`` names a policy parameter; when it is ``start``, the first treatment counts instead.
    ``fromFact`` is the day itself, which counts when it is known and is asked for when no treatment is.
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
    followed = _followed(row)
    asked_as = row.text("fromFact") or ("" if name in ANCHORS else name)

    def evaluate(situation: Situation) -> Finding | None:
        applies = test(situation.facts)
        if applies is False:
            return None
        first = anchor(situation, POSSIBLE)
        if first is None and not asked_as:
            return followed(_to_come(judge, situation), situation) if applies is True else None
        if not isinstance(first, date):
            return unknown((*(() if applies is True else applies), asked_as))
        found, sure = judge(situation, first), name not in ANCHORS or first == anchor(situation, SURE)
        if begun(situation, first, SURE):
            found = _in_time(found)
        elif found.denies:
            sure = sure and not begun(situation, first, POSSIBLE)
        if not found.denies and not found.missing:
            return followed(found, situation) if applies is True else None
        if applies is True and sure:
            return found
        return unknown(
            (*(() if applies is True else applies), *found.missing, *(() if sure else ("history",)))
        )

    return evaluate


def _followed(row: Row) -> Callable[[Finding, Situation], Finding]:
    """Returns a finding with ``coveredOn``, the last covered stay, for what follows one."""
    treatments = STAYS if AFTER_STAY in row.needs.reads else frozenset[str]()

    def followed(found: Finding, situation: Situation) -> Finding:
        held = (past for past in same_condition(situation, treatments, SURE) if not past.reserved)
        last = max((past.on for past in held), default=None)
        return replace(found, facts={**found.facts, "coveredOn": last.isoformat()}) if last else found

    return followed


def _begun(row: Row) -> Callable[[Situation, date, frozenset[str | None]], bool]:
    """Returns whether an earlier session of the course was in time: only the first one has to be."""
    treatments, end_of = row.names("begun"), _end_of(row)

    def begun(situation: Situation, first: date, keys: frozenset[str | None]) -> bool:
        end = end_of(first)
        return any(first <= past.on <= end for past in same_condition(situation, treatments, keys))

    return begun


def _to_come(judge: Callable[[Situation, date], Finding], situation: Situation) -> Finding:
    """Returns the finding of a period that counts from a first treatment still to come.

    No grant may outlast it by a rule; without a day of that treatment, the period has no days at all.
    """
    found = judge(situation, situation.on)
    if situation.facts["treatment.startsOn"] is None:
        return Finding(found.effect)
    return replace(found, facts=_without(LAST_DAY, found.facts))


def _in_time(found: Finding) -> Finding:
    """Returns the finding of a course that has begun in time: no day to begin is left."""
    effect: Effect = "cap" if found.denies else found.effect
    return replace(found, effect=effect, facts=_without(BEGIN_BY, found.facts), denies=False, begin_by=None)


def _without(name: str, facts: Mapping[str, object]) -> dict[str, object]:
    return {known: value for known, value in facts.items() if known != name}


def _judge(row: Row) -> Callable[[Situation, date], Finding]:
    end_of, after = _end_of(row), row.text("after")
    within = _within(row)
    start_only = bool(row.parameters.get("startOnly"))

    def judge(situation: Situation, first: date) -> Finding:
        end = end_of(first)
        facts = {"from": first.isoformat(), "until": end.isoformat()}
        if within == "cap" and after != "refer" and not start_only:
            facts[LAST_DAY] = end.isoformat()
        if start_only:
            facts[BEGIN_BY] = end.isoformat()
        if situation.on <= end:
            limits = (None, end) if start_only else (end, None)
            return Finding(within, facts, valid_until=limits[0], begin_by=limits[1])
        return Finding("refer", facts) if after == "refer" else Finding("deny", facts, denies=True)

    return judge


def _end_of(row: Row) -> Callable[[date], date]:
    days, months = row.number("days"), row.number("months") or 0
    return lambda first: add_months(first, months) if days is None else first + timedelta(days=days)


def _effects(row: Row) -> frozenset[Effect]:
    return frozenset[Effect]({_within(row), "refer" if row.text("after") == "refer" else "deny"})


def _within(row: Row) -> Effect:
    return "refer" if row.text("within") == "refer" else "cap"


def _is_day(value: object) -> bool:
    return PATHS.get(str(value)) == DAY


def _anchor(value: object) -> bool:
    return value in ANCHORS or _is_day(value)


KIND = Kind(
    build,
    _effects,
    {
        "from": _anchor,
        "fromFact": _is_day,
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
    only_with={"fromParameter": frozenset({"treatments"}), "fromFact": frozenset({"treatments"})},
)
