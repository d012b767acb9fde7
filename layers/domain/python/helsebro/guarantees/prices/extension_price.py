"""Extension price: what more sessions cost under a guarantee that has one price for all sessions together."""

from __future__ import annotations

from helsebro.coverage.answer import Answer
from helsebro.coverage.unit_cap import cap_faults
from helsebro.errors import Fault
from helsebro.guarantees.guarantee import Guarantee
from helsebro.tasks.staff_decision import PRICE_IS_FOR_CLAIMS, GrantedSessions

AMOUNT = "/grant/perSession/amount"


def price_faults(grant: GrantedSessions, guarantee: Guarantee, answer: Answer | None) -> list[Fault]:
    """Returns the faults of the price of an extension.

    More sessions under a price for all need a price of their own: it says nothing of what they cost. Any
    other extension keeps the guarantee's price.
    """
    price, whole = grant.per_session, guarantee.fee if guarantee.fee_for == "whole" else None
    if whole is None or not grant.sessions:
        return [PRICE_IS_FOR_CLAIMS] if price else []
    if price is None:
        return [Fault("/grant/perSession", "extension-price-missing", "")]
    if price.currency != whole.currency:
        return [Fault("/grant/perSession/currency", "currency-not-the-payers", "")]
    if price.amount <= 0:
        return [Fault(AMOUNT, "amount-not-positive", "")]
    return cap_faults(price, answer.trail if answer else (), AMOUNT)
