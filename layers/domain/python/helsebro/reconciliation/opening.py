"""Opening: the entries of guarantees and payables that are older than the ledger of money."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from helsebro.guarantees.prices import promised_money
from helsebro.ids import GuaranteeId
from helsebro.payments.ledger import payable_entries
from helsebro.payments.ledger.balances import of_payable
from helsebro.payments.ledger.ledger_entry import EntryCause, LedgerEntry
from helsebro.payments.payable import Payable
from helsebro.reconciliation.case_money import CaseMoney

WAITS = frozenset({"approved", "drafted"})
"""The statuses of a payable that no payment file has left with: older ones have no other."""


def opening_entries(case: CaseMoney, at: datetime) -> tuple[LedgerEntry, ...]:
    """Returns the entries that are missing of a case, booked on the day they are opened.

    They have the ids of those that the causes write themselves, so that each is stored once.
    """
    return tuple(_missing(case, at))


def _missing(case: CaseMoney, at: datetime) -> Iterator[LedgerEntry]:
    for guarantee in case.guarantees:
        own = (entry for entry in case.entries if entry.guarantee_id == guarantee.guarantee_id)
        if not any(entry.kind == "granted" for entry in own):
            yield from promised_money.of_issue(guarantee, at)
    for payable in case.payables:
        if payable.status in WAITS and not of_payable(case.entries, payable.payable_id):
            yield from _of_payable(case, payable, at)


def _of_payable(case: CaseMoney, payable: Payable, at: datetime) -> tuple[LedgerEntry, ...]:
    cause_id = payable.booking_id or payable.use_id
    cause = EntryCause(cause_id, case.claim_id, at, guarantee_id=_guarantee_of(case, payable))
    if payable.kind == "invoice":
        return payable_entries.invoiced(payable, cause)
    return payable_entries.approved(payable, cause)


def _guarantee_of(case: CaseMoney, payable: Payable) -> GuaranteeId | None:
    """Returns the guarantee that an invoice or a payout is under: its sessions were taken from it."""
    use = case.benefits.use(payable.use_id)
    named = {session.guarantee_id for session in use.sessions} if use and use.source != "refund" else set()
    return next(iter(named)) if len(named) == 1 else None
