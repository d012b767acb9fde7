"""Benefits: what is spent of a policy's sums is what the ledger of money has spent, and no session twice."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.benefits.clash import clashes_of
from helsebro.benefits.use import Use
from helsebro.money import Money
from helsebro.payments.payable import Payable
from helsebro.reconciliation.case_money import CaseMoney
from helsebro.reconciliation.difference import MoneyDifference


def differences(case: CaseMoney) -> Iterator[MoneyDifference]:
    """Yields the differences between the payables of a case and the benefits that they used."""
    uses = {use.use_id: use for use in case.uses() if use.settled}
    for payable in case.payables:
        use = uses.get(payable.use_id)
        yield from _spent(case, payable, use)
    for use in uses.values():
        yield from _paid_twice(case, use)


def _spent(case: CaseMoney, payable: Payable, use: Use | None) -> Iterator[MoneyDifference]:
    """Yields the payable whose amount is not what it uses of the policy's sums.

    One that was written off after the bank returned it has its amount still, and so has what it used.
    """
    zero, expected = Money.zero(payable.amount.currency), payable.amount
    spent = [session.amount for session in use.sessions if not session.credited_on] if use else []
    if any(amount.currency != zero.currency for amount in spent):
        yield MoneyDifference("benefits-differ", case.claim_id, payable.payable_id, expected)
        return
    found = sum(spent, zero)
    if found != expected:
        yield MoneyDifference("benefits-differ", case.claim_id, payable.payable_id, expected, found)


def _paid_twice(case: CaseMoney, use: Use) -> Iterator[MoneyDifference]:
    """Yields each session that another invoice or refund has paid too (promise 27), once."""
    for session in use.sessions:
        if session.credited_on or not session.amount.amount:
            continue
        others = clashes_of(case.benefits, session.on, session.treatment, session.by, use.use_id)
        for other in others:
            is_later = (other.decided_on, other.paid_by) < (use.recorded_on, use.use_id)
            if is_later and other.certainty == "certain" and other.amount.amount:
                yield MoneyDifference(
                    "session-paid-twice", case.claim_id, use.use_id, None, session.amount, other.paid_by
                )
