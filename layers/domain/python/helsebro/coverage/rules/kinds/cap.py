"""Cap: a maximum of sessions, hours or kroner in a window of time, less what is used in it already."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from helsebro.coverage.question.facts import Situation
from helsebro.coverage.question.index import steps_after
from helsebro.coverage.question.windows import ALWAYS, Window
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.account import WINDOWS, Account, account_of, limit
from helsebro.coverage.rules.finding import Evaluate, Finding, unknown
from helsebro.coverage.rules.rule import Kind, Row


def build(row: Row) -> Evaluate:
    """Caps ``unit`` at ``limit`` in ``window``; earlier ``treatments`` count (all, or by network).

    ``shared``: the cap is the annual sum of both policies of a policyholder, and the treatments under either
    count (R-1303).
    """
    test, account, frees = row.when.test, account_of(row), _free_from(row)
    only_used_up = bool(row.parameters.get("onlyUsedUp"))

    def evaluate(situation: Situation) -> Finding | None:
        applies = test(situation.facts)
        if applies is False:
            return None
        found = account(situation)
        left, possibly_used, facts = found.left, found.possibly_used, _facts(found)
        open_facts = () if applies is True else applies
        if left == 0 and applies is True and not _open_day(situation, found.window):
            return Finding("deny", facts, denies=True, until=frees(situation, found))
        if left == 0 or left <= possibly_used:
            day = ("treatment.startsOn",) if _open_day(situation, found.window) else ()
            return unknown((*open_facts, *day, *(("history",) if left and possibly_used else ())))
        return None if only_used_up else _capped(facts, found.unit, left - possibly_used)

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


def _open_day(situation: Situation, window: Window) -> bool:
    return window is not ALWAYS and not isinstance(situation.facts["treatment.startsOn"], date)


def _facts(found: Account) -> dict[str, object]:
    def number(value: Decimal) -> object:
        return (
            f"{value:.2f}" if found.unit == "money" else int(value) if value == int(value) else float(value)
        )

    facts: dict[str, object] = {
        "unit": found.unit,
        "limit": number(found.limit),
        "used": number(found.used),
        "left": number(found.left),
    }
    if found.unpriced:
        facts["unpriced"] = found.unpriced
    if found.window.first and found.window.end:
        facts |= {"from": found.window.first.isoformat(), "until": found.window.end.isoformat()}
    return facts


def _capped(facts: dict[str, object], unit: str, left: Decimal) -> Finding:
    if unit == "money":
        return Finding("cap", facts, total=left)
    if unit == "hours":
        return Finding("cap", facts, hours=float(left))
    return Finding("cap", facts, sessions=int(left))


def _limit(value: object) -> bool:
    return fields.count(value) or fields.amount(value)


KIND = Kind(
    build,
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
    frozenset({"treatment.startsOn"}),
)
