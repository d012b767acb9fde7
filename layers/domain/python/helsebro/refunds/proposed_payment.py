"""Proposed payment: what an approval without amounts pays of a bill (F4-30)."""

from __future__ import annotations

from helsebro.coverage.unit_cap import unit_cap
from helsebro.money import Money
from helsebro.tasks.proposal import BilledAnswer


def is_granted(proposed: BilledAnswer | None) -> bool:
    """Returns whether a number of treatments may include this one: not denied, nor outside the grant."""
    if proposed is None:
        return True
    return proposed.answer.outcome != "not-covered" and not proposed.needs_an_amount


def as_proposed(cost: Money, proposed: BilledAnswer | None) -> Money | None:
    """Returns what an approval without amounts pays: the proposed amount, at most the cost (R-305).

    None when no amount is proposed. A treatment outside the grant is paid only with an amount of its own.
    """
    if proposed is None or proposed.needs_an_amount:
        return None
    answer = proposed.answer
    if answer.outcome == "not-covered" or answer.grant is None or answer.grant.payable is None:
        return None
    return min(answer.grant.payable, cost)


def of_the_first(cost: Money, proposed: BilledAnswer | None) -> Money:
    """Returns what is paid of one of the first treatments: the proposal, else the cost up to its limits.

    Those are the cap of a session and the price that was granted.
    """
    amount = as_proposed(cost, proposed)
    if amount is not None or proposed is None:
        return amount or cost
    cap, granted = unit_cap(proposed.answer.trail), proposed.granted_price
    limits = [Money(cap.most, cost.currency)] if cap else []
    return min([cost, *limits, *([granted] if granted else [])])
