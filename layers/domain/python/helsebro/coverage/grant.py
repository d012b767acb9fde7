"""The grant: what of the treatment asked for is covered, after every cap and subsidy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import TypeVar

from helsebro.coverage.answer import Grant, Settlement
from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules.finding import Finding
from helsebro.money import CENT, Money

Least = TypeVar("Least", int, float, Decimal, date)


def grant_of(situation: Situation, findings: Iterable[Finding]) -> Grant:
    """The grant of a situation: the asked-for under the smallest of every limit found."""
    found = list(findings)
    asked, hours_asked = situation.facts["treatment.sessions"], situation.facts["treatment.hours"]
    sessions = _least([asked if isinstance(asked, int) else None, *(one.sessions for one in found)])
    hours = _least([_float(hours_asked), *(one.hours for one in found)])
    price = None if any(one.amount_open for one in found) else _price(situation, found)
    payable = None if price is None else _payable(price, sessions, hours, _float(hours_asked), found)
    currency = situation.cover.annual_sum.currency
    return Grant(
        sessions=sessions,
        hours=hours,
        payable=None if payable is None else Money(payable, currency),
        per_session=None if price is None or payable is None else Money(min(price, payable), currency),
        valid_until=_least([*(one.valid_until for one in found), _last_day(situation)]),
        settlement=_settlement(situation, found),
    )


def open_facts(situation: Situation, findings: Iterable[Finding]) -> tuple[str, ...]:
    """The paths of the facts that nobody told and that the amount hangs on."""
    paths = ["treatment.cost"] if situation.facts["treatment.cost"] is None else []
    for one in findings:
        if one.amount_open:
            unknown = one.facts.get("unknown")
            paths += unknown if isinstance(unknown, list) else []
            paths += ["evidence.subsidy"] if one.less_subsidy else []
    return tuple(dict.fromkeys(paths))


def _last_day(situation: Situation) -> date | None:
    """The last day of cover (R-1312, R-1313), where the treatment begins within it."""
    left = situation.cover.ended_on(date.max)
    return left if left and situation.on <= left else None


def _price(situation: Situation, found: list[Finding]) -> Decimal | None:
    """What is paid of one session: the price less a subsidy, under every limit of one session."""
    cost, subsidy = situation.facts["treatment.cost"], situation.facts["evidence.subsidy"]
    currency = situation.cover.annual_sum.currency
    if not isinstance(cost, Money) or cost.currency != currency:
        return None
    price = cost.amount
    if isinstance(subsidy, Money) and any(one.less_subsidy for one in found):
        if subsidy.currency != currency:
            return None
        price = max(price - subsidy.amount, Decimal("0.00"))
    ours = _least([price, *(one.per_session for one in found)])
    theirs = next((one.others_pay for one in found if one.others_pay is not None), None)
    return ours if ours is None or theirs is None else _share(price, ours, theirs)


def _share(loss: Decimal, ours: Decimal, theirs: Decimal) -> Decimal:
    """What falls to us of a loss that two insurers cover, by what each would pay of it alone (R-1415)."""
    if ours + theirs <= loss:
        return ours
    return (loss * ours / (ours + theirs)).quantize(CENT, ROUND_DOWN)


def _payable(
    price: Decimal, sessions: int | None, hours: float | None, hours_asked: float | None, found: list[Finding]
) -> Decimal | None:
    whole = price * (1 if sessions is None else sessions)
    if hours is not None and hours_asked:
        share = Decimal(str(hours)) / Decimal(str(hours_asked))
        whole = (whole * share).quantize(CENT, ROUND_DOWN)
    return _least([whole, *(one.total for one in found)])


def _settlement(situation: Situation, found: list[Finding]) -> Settlement | None:
    for one in found:
        if one.settlement:
            return one.settlement
    inside = situation.facts["treatment.inNetwork"]
    return None if inside is None else "direct" if inside else "refund"


def _float(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _least(values: Iterable[Least | None]) -> Least | None:
    return min((value for value in values if value is not None), default=None)
