"""Paid twice: what of a refund was paid another way, or stands in it twice (promise 27)."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.benefits.clash import Clash, are_certain, clashes_of
from helsebro.benefits.ledger import Ledger
from helsebro.errors import Conflict, Fault
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.refund import Refund


class SessionAlreadyPaid(Conflict):
    """An approval pays a session that was paid before for certain; ``faults`` name each one."""

    code = "session-already-paid"

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__()
        self.faults = tuple(faults)


def clashes_in(refund: Refund, ledger: Ledger) -> tuple[tuple[Clash, ...], ...]:
    """Returns what was paid before of each treatment of a refund, in the order of the bill."""
    return tuple(
        clashes_of(ledger, billed.on, billed.type, billed.by, refund.refund_id)
        for billed in refund.treatments
    )


def must_not_pay_twice(refund: Refund, ledger: Ledger) -> None:
    """Raises ``SessionAlreadyPaid`` with each treatment that a decided refund would pay a second time.

    One that perhaps clashes may be paid: who approves has seen it, and names the amount.
    """
    faults = [
        Fault("/approved", "session-paid-before", billed.on.isoformat(), {"number": index + 1})
        for index, billed in _paid(refund)
        if _is_paid_again(refund, index, ledger)
    ]
    if faults:
        raise SessionAlreadyPaid(faults)


def _is_paid_again(refund: Refund, index: int, ledger: Ledger) -> bool:
    billed = refund.treatments[index]
    before = (other for place, other in _paid(refund) if place < index)
    return are_certain(clashes_of(ledger, billed.on, billed.type, billed.by, refund.refund_id)) or any(
        _is_same(billed, other) for other in before
    )


def _is_same(billed: BilledTreatment, other: BilledTreatment) -> bool:
    """Returns whether two lines of a refund are one session for certain: both name the same practitioner.

    Two lines of a bill that names nobody may be two sessions of one day, so the staff decide.
    """
    if (billed.on, billed.type) != (other.on, other.type) or billed.by is None or other.by is None:
        return False
    return billed.by.is_same(other.by)


def _paid(refund: Refund) -> Iterator[tuple[int, BilledTreatment]]:
    return (
        (index, billed)
        for index, billed in enumerate(refund.treatments)
        if billed.approved and billed.approved.amount
    )
