"""Payment oddity: what a person should look at before a payment file is released. None stops a payment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, get_args

from helsebro.payments.payable import Payable
from helsebro.payments.runs.usual_amount import UsualAmount

if TYPE_CHECKING:
    from helsebro.payments.runs.run_line import RunLine

PaymentOddity = Literal["new-account", "first-payment", "twice-the-usual", "same-amount-twice"]
ODDITIES: tuple[PaymentOddity, ...] = get_args(PaymentOddity)
NEW_FOR = timedelta(days=30)
"""How long an account counts as new once it is in force."""
TWICE = 2


def oddities_of(
    payable: Payable, counts_from: datetime | None, of_clinic: UsualAmount, of_kind: UsualAmount, at: datetime
) -> tuple[PaymentOddity, ...]:
    """Returns what is odd about a payable by itself.

    ``counts_from`` is when the clinic's account that it is paid to came in force, or when the member's
    replaced another; None for a member's first. ``of_clinic`` is what the payer has paid to that clinic
    before, ``of_kind`` what it has paid for refunds, say. An amount is compared with what
    that clinic was paid, and with all of the kind while the clinic was paid nothing.
    """
    found: list[PaymentOddity] = []
    if counts_from and at - counts_from < NEW_FOR:
        found.append("new-account")
    if payable.clinic_id and not of_clinic.payments:
        found.append("first-payment")
    usual = of_clinic if of_clinic.payments else of_kind
    if usual.payments and payable.amount > usual.average(payable.amount.currency) * TWICE:
        found.append("twice-the-usual")
    return tuple(found)


def with_twins(lines: Sequence[RunLine]) -> list[RunLine]:
    """Returns the lines of a run, each that has a twin with ``same-amount-twice``.

    Twins are paid the same amount, due on the same day, to the same payee (a refund: on the same claim).
    """
    times = Counter(line.twin_key for line in lines)
    return [line.with_oddity("same-amount-twice") if times[line.twin_key] > 1 else line for line in lines]


def counted(lines: Iterable[RunLine]) -> Mapping[PaymentOddity, int]:
    """Returns how many lines have each oddity; one that none has is left out."""
    return Counter(oddity for line in lines for oddity in line.odd)
