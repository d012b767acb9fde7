"""Cap: at most so many sessions, hours or kroner in a window of time, less what is used in it already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from helsebro.coverage.facts import Situation
from helsebro.coverage.finding import Evaluate, Finding, unknown
from helsebro.coverage.kinds import fields
from helsebro.coverage.question import Earlier
from helsebro.coverage.rule import Kind, Row
from helsebro.coverage.windows import ALWAYS, Window, block, policy_year

Rows = list[tuple[Earlier, bool]]
"""Earlier treatments that count, each with whether it surely does."""

WINDOWS: dict[str, Callable[[Situation, Rows], Window]] = {
    "grant": lambda *_: ALWAYS,
    "lifetime": lambda *_: ALWAYS,
    "condition": lambda *_: ALWAYS,
    "policy-year": lambda at, _: policy_year(at.on, at.cover.policy_year_start),
    "twelve-months": lambda at, rows: block(at.on, (row.on for row, _ in rows), 12),
}


def build(row: Row) -> Evaluate:
    """Caps ``unit`` at ``limit`` in ``window``, counting earlier ``treatments`` (all, or by network)."""
    test, unit, window_of = row.when.test, row.text("unit"), WINDOWS[row.text("window")]
    limit_of, rows_of = limit_of_row(row), _rows_of(row)
    only_used_up, windowed = bool(row.parameters.get("onlyUsedUp")), row.text("window") != "grant"

    def evaluate(situation: Situation) -> Finding | None:
        applies, limit = test(situation.facts), limit_of(situation)
        if applies is False:
            return None
        rows = list(rows_of(situation)) if windowed else []
        window = window_of(situation, rows)
        used, perhaps = _used(rows, window, unit, situation)
        left = max(limit - used, Decimal(0))
        told = _told(limit, used, left, window, unit)
        open_facts = () if applies is True else applies
        if left == 0 and applies is True and not _open_day(situation, window):
            return Finding("deny", told, denies=True, until=window.end)
        if left == 0 or left <= perhaps:
            day = ("treatment.startsOn",) if _open_day(situation, window) else ()
            return unknown((*open_facts, *day, *(("history",) if left and perhaps else ())))
        return None if only_used_up else _capped(told, unit, left - perhaps)

    return evaluate


def limit_of_row(row: Row) -> Callable[[Situation], Decimal]:
    """The limit: printed, a parameter of the policy, or the policy's annual sum (``limit`` absent)."""
    name, default = row.text("parameter"), row.defaults.get(row.text("parameter"), 0)
    printed = Decimal(str(row.parameters["limit"])) if "limit" in row.parameters else None

    def limit(situation: Situation) -> Decimal:
        if name:
            value = situation.cover.parameters.get(name, default)
            return Decimal(str(value if fields.count(value) else default))
        return situation.cover.annual_sum.amount if printed is None else printed

    return limit


def _rows_of(row: Row) -> Callable[[Situation], Iterator[tuple[Earlier, bool]]]:
    treatments, of_condition = row.names("treatments"), row.text("window") == "condition"
    network = row.parameters.get("inNetwork")

    def rows(situation: Situation) -> Iterator[tuple[Earlier, bool]]:
        for one in situation.history:
            if treatments and one.treatment_type not in treatments:
                continue
            if of_condition and one.condition_key == "other":
                continue
            if network is not None and one.in_network is (not network):
                continue
            unclear = (network is not None and one.in_network is None) or (
                of_condition and one.condition_key is None
            )
            yield one, not unclear

    return rows


def _used(rows: Rows, window: Window, unit: str, situation: Situation) -> tuple[Decimal, Decimal]:
    """What is surely used in the window, and what more may be; an amount nobody knows may be all of it."""
    used = perhaps = Decimal(0)
    currency = situation.cover.annual_sum.currency
    for row, sure in rows:
        if not window.holds(row.on):
            continue
        amount: Decimal | None = Decimal(row.sessions)
        if unit == "money":
            amount = row.cost.amount if row.cost and row.cost.currency == currency else None
        elif unit == "hours":
            amount = Decimal(str(row.hours)) if row.hours is not None else None
        if amount is None:
            perhaps = Decimal("Infinity")
        elif sure:
            used += amount
        else:
            perhaps += amount
    return used, perhaps


def _open_day(situation: Situation, window: Window) -> bool:
    return window is not ALWAYS and not isinstance(situation.facts["treatment.startsOn"], date)


def _told(limit: Decimal, used: Decimal, left: Decimal, window: Window, unit: str) -> dict[str, object]:
    def number(value: Decimal) -> object:
        return f"{value:.2f}" if unit == "money" else int(value) if value == int(value) else float(value)

    told: dict[str, object] = {
        "unit": unit,
        "limit": number(limit),
        "used": number(used),
        "left": number(left),
    }
    if window.first and window.end:
        told |= {"from": window.first.isoformat(), "until": window.end.isoformat()}
    return told


def _capped(told: dict[str, object], unit: str, left: Decimal) -> Finding:
    if unit == "money":
        return Finding("cap", told, total=left)
    if unit == "hours":
        return Finding("cap", told, hours=float(left))
    return Finding("cap", told, sessions=int(left))


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
    },
    frozenset({"unit", "window"}),
    frozenset({"treatment.startsOn"}),
)
