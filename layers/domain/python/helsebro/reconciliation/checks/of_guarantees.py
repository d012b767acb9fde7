"""Guarantees: what is granted is what the guarantee promises, and is never less than what is invoiced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.prices.granted_amount import granted_amount
from helsebro.money import Money
from helsebro.payments.ledger.balances import balance_in, of_guarantee
from helsebro.reconciliation.case_money import CaseMoney
from helsebro.reconciliation.difference import DifferenceKind, MoneyDifference


def differences(case: CaseMoney) -> Iterator[MoneyDifference]:
    """Yields the differences of a case's guarantees."""
    for guarantee in case.guarantees:
        promised = granted_amount(guarantee)
        if promised is not None and promised.amount:
            yield from _granted(case, guarantee, promised)
        yield from _reserved(case, guarantee)


def _granted(case: CaseMoney, guarantee: Guarantee, promised: Money) -> Iterator[MoneyDifference]:
    own = of_guarantee(case.entries, guarantee.guarantee_id)
    now = balance_in(own, promised.currency)
    found, invoiced = now.money(now.granted), now.money(now.invoiced)

    def difference(kind: DifferenceKind, expected: Money, has: Money | None) -> MoneyDifference:
        return MoneyDifference(kind, case.claim_id, guarantee.guarantee_id, expected, has)

    if not any(entry.kind == "granted" for entry in own):
        yield difference("cause-without-entry", promised, None)
        return
    has_ended = any(entry.kind == "grant-ended" for entry in own)
    if found > promised or (found < promised and not has_ended):
        yield difference("granted-differs", promised, found)
    if invoiced > found + _risen(case, guarantee, promised):
        yield difference("granted-below-invoiced", invoiced, found)


def allowed(case: CaseMoney, guarantee: Guarantee) -> Money | None:
    """Returns what may be invoiced under a guarantee, by the ledger; None while its price is open."""
    promised = granted_amount(guarantee)
    if promised is None or not promised.amount:
        return None
    now = balance_in(of_guarantee(case.entries, guarantee.guarantee_id), promised.currency)
    return now.money(now.granted) + _risen(case, guarantee, promised)


def _risen(case: CaseMoney, guarantee: Guarantee, promised: Money) -> Money:
    """Returns how much more than a session was promised for was invoiced, after the tariff had risen."""
    each = granted_amount(guarantee, 1)
    spent = (
        session.amount
        for use in case.uses()
        if use.source != "refund"
        for session in use.sessions
        if session.guarantee_id == guarantee.guarantee_id and not session.credited_on
    )
    above = (amount.amount - each.amount for amount in spent if each and amount.currency == each.currency)
    return replace(promised, amount=sum((more for more in above if more > 0), Decimal("0.00")))


def _reserved(case: CaseMoney, guarantee: Guarantee) -> Iterator[MoneyDifference]:
    """Yields where another amount is reserved than that of sessions booked, or held and not invoiced."""
    own = of_guarantee(case.entries, guarantee.guarantee_id)
    standing = [
        booking.reserved
        for booking in case.bookings
        if booking.guarantee_id == guarantee.guarantee_id
        and booking.reserved
        and (booking.status == "booked" or booking.is_to_be_invoiced)
    ]
    for currency in sorted({entry.currency for entry in own} | {amount.currency for amount in standing}):
        expected = sum((amount for amount in standing if amount.currency == currency), Money.zero(currency))
        now = balance_in(own, currency)
        if expected != now.money(now.reserved):
            found = now.money(now.reserved)
            yield MoneyDifference("reserved-differs", case.claim_id, guarantee.guarantee_id, expected, found)
