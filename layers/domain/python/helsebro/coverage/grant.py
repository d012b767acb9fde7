"""The grant: how much of the asked-for treatment is covered, after every cap and subsidy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import TypeVar

from helsebro.coverage.answer import Grant, Settlement
from helsebro.coverage.question.facts import Situation
from helsebro.coverage.rules.finding import Finding
from helsebro.money import CENT, Money

Least = TypeVar("Least", int, float, Decimal, date)


def grant_of(situation: Situation, findings: Iterable[Finding]) -> Grant:
    """Returns the grant: what was asked for, up to the lowest limit of each kind that was found."""
    limits = list(findings)
    asked, hours_asked = situation.facts["treatment.sessions"], situation.facts["treatment.hours"]
    sessions = _least([asked if isinstance(asked, int) else None, *(found.sessions for found in limits)])
    hours = _least([_float(hours_asked), *(found.hours for found in limits)])
    price = None if any(found.amount_open for found in limits) else _price(situation, limits)
    payable = None if price is None else _payable(price, sessions, hours, _float(hours_asked), limits)
    currency = situation.cover.annual_sum.currency
    return Grant(
        sessions=sessions,
        hours=hours,
        payable=None if payable is None else Money(payable, currency),
        per_session=None if price is None or payable is None else Money(min(price, payable), currency),
        valid_until=_least([*(found.valid_until for found in limits), _last_day(situation)]),
        settlement=_settlement(situation, limits),
        begin_by=_least(found.begin_by for found in limits),
    )


def open_facts(situation: Situation, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Returns the paths of the missing facts that the amount depends on."""
    paths = ["treatment.cost"] if situation.facts["treatment.cost"] is None else []
    for found in findings:
        if found.amount_open:
            unknown = found.facts.get("unknown")
            paths += unknown if isinstance(unknown, list) else []
            paths += ["evidence.subsidy"] if found.less_subsidy else []
    return tuple(dict.fromkeys(paths))


def _last_day(situation: Situation) -> date | None:
    """Returns the last day of cover (R-1312, R-1313), if the treatment begins by then."""
    left = situation.cover.ended_on(date.max)
    return left if left and situation.on <= left else None


def _price(situation: Situation, limits: list[Finding]) -> Decimal | None:
    """Returns what is paid of a session: the price less what is not paid, up to the lowest limit of one."""
    cost, subsidy = situation.facts["treatment.cost"], situation.facts["evidence.subsidy"]
    currency = situation.cover.annual_sum.currency
    if not isinstance(cost, Money) or cost.currency != currency:
        return None
    zero = Decimal("0.00")
    price = max(cost.amount - sum((found.less for found in limits if found.less), zero), zero)
    if isinstance(subsidy, Money) and any(found.less_subsidy for found in limits):
        if subsidy.currency != currency:
            return None
        price = max(price - subsidy.amount, zero)
    ours = _least([price, *(found.per_session for found in limits)])
    theirs = next((found.others_pay for found in limits if found.others_pay is not None), None)
    return ours if ours is None or theirs is None else share(price, ours, theirs)


def with_our_part(found: Finding, grant: Grant | None) -> Finding:
    """Returns the finding; one by which the price is shared says in ``ours`` what we pay of it (R-1415)."""
    ours = grant.per_session if grant else None
    if found.others_pay is None or ours is None:
        return found
    return replace(found, facts={**found.facts, "ours": ours.as_json()})


def share(loss: Decimal, ours: Decimal, theirs: Decimal) -> Decimal:
    """Returns our share of a loss that two insurers cover, in proportion to what each would pay (R-1415)."""
    if ours + theirs <= loss:
        return ours
    return (loss * ours / (ours + theirs)).quantize(CENT, ROUND_DOWN)


def _payable(
    price: Decimal,
    sessions: int | None,
    hours: float | None,
    hours_asked: float | None,
    limits: list[Finding],
) -> Decimal | None:
    whole = price * (1 if sessions is None else sessions)
    if hours is not None and hours_asked:
        share = Decimal(str(hours)) / Decimal(str(hours_asked))
        whole = (whole * share).quantize(CENT, ROUND_DOWN)
    return _least([whole, *(found.total for found in limits)])


def _settlement(situation: Situation, limits: list[Finding]) -> Settlement | None:
    for found in limits:
        if found.settlement:
            return found.settlement
    in_network = situation.facts["treatment.inNetwork"]
    return None if in_network is None else "direct" if in_network else "refund"


def _float(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _least(values: Iterable[Least | None]) -> Least | None:
    return min((value for value in values if value is not None), default=None)
