"""Cap: a maximum of sessions, hours or kroner in a window of time, less what is used in it already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from helsebro.coverage.question.facts import Situation
from helsebro.coverage.question.index import steps_after
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.account import WINDOWS, Account, account_of, limit
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row
from helsebro.coverage.trail import Effect
from helsebro.money import Money

HOURS = "treatment.hours"


def build(row: Row) -> Evaluate:
    """Caps ``unit`` at ``limit`` in ``window``; earlier ``treatments`` count (all, or by network).

    Before the cover began nothing is counted. ``shared``: the cap is the annual sum of both policies of a
    policyholder, and the treatments under either count (R-1303). The amount is open while the hours that a
    cap of hours is held against are unknown.
    """
    test, account, frees = row.when.test, account_of(row), _free_from(row)
    only_used_up = bool(row.parameters.get("onlyUsedUp"))

    def evaluate(situation: Situation) -> Finding | None:
        applies = test(situation.facts)
        if applies is False or situation.facts["treatment.beforeCover"]:
            return None
        found = account(situation)
        left, possibly_used, facts = found.left, found.possibly_used, _facts(found, situation)
        open_facts = () if applies is True else applies
        if left == 0 and applies is True:
            return Finding("deny", facts, denies=True, until=frees(situation, found))
        if left == 0 or left <= possibly_used:
            return unknown((*open_facts, *(("history",) if left and possibly_used else ())))
        if only_used_up:
            return None
        if found.unit == "hours" and situation.facts[HOURS] is None:
            return replace(
                _capped(facts | {"unknown": [HOURS]}, "hours", left - possibly_used), amount_open=True
            )
        return _capped(facts, found.unit, left - possibly_used)

    return evaluate


def _free_from(row: Row) -> Callable[[Situation, Account], date | None]:
    """Returns when a used-up cap has room again: the next window, or the day the index raises its limit."""
    limit_on, in_money = limit(row), row.text("unit") == "money"

    def free_from(situation: Situation, found: Account) -> date | None:
        if in_money:
            for day in steps_after(situation.cover, situation.on, found.window.end):
                if limit_on(situation, day) > found.used:
                    return day
        return found.window.end

    return free_from


def _facts(found: Account, situation: Situation) -> dict[str, object]:
    currency = situation.cover.annual_sum.currency

    def number(value: Decimal) -> object:
        if found.unit == "money":
            return Money(value, currency).as_json()
        return int(value) if value == int(value) else float(value)

    facts: dict[str, object] = {
        "unit": found.unit,
        "limit": number(found.limit),
        "used": number(found.held),
        "left": number(found.left),
    }
    if found.reserved:
        facts["reserved"] = number(found.reserved)
    if found.unpriced:
        facts["unpriced"] = found.unpriced
    first, end = found.window
    return facts | {name: day.isoformat() for name, day in (("from", first), ("until", end)) if day}


def _capped(facts: dict[str, object], unit: str, left: Decimal) -> Finding:
    if unit == "money":
        return Finding("cap", facts, total=left)
    if unit == "hours":
        return Finding("cap", facts, hours=float(left))
    return Finding("cap", facts, sessions=int(left))


def _effects(row: Row) -> frozenset[Effect]:
    return frozenset({"deny"} if row.parameters.get("onlyUsedUp") else {"cap", "deny"})


def _limit(value: object) -> bool:
    return fields.count(value) or fields.amount(value)


KIND = Kind(
    build,
    _effects,
    {
        "unit": ("sessions", "hours", "money").__contains__,
        "limit": _limit,
        "parameter": fields.text,
        "window": WINDOWS.__contains__,
        "treatments": fields.treatments,
        "inNetwork": fields.flag,
        "onlyUsedUp": fields.flag,
        "shared": fields.flag,
        "poolTreatments": fields.treatments,
    },
    frozenset({"unit", "window"}),
    frozenset({"treatment.startsOn", HOURS}),
)
