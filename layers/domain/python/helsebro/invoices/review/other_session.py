"""Other session: what a session of an invoice clashes with, as who decides about it must see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from helsebro.money import Money
from helsebro.payments.payable import Payable

OtherWay = Literal["invoice", "refund", "session", "line"]
"""It was paid by an invoice, a refund or a report alone, or is on another line of the same invoice."""


InvoicePaid = Literal["coming", "paid", "returned", "written-off"]
"""It will be paid, is, or the money came back: then finance decides, or has decided to pay no more."""


@dataclass(frozen=True)
class NumberedInvoice:
    """An accepted invoice that another one may clash with: the clinic's own number of it.

    ``is_own`` says that the clinic that is judged sent it, ``payment`` what became of the money.
    """

    number: str
    is_own: bool
    payment: InvoicePaid = "coming"


@dataclass(frozen=True)
class OtherSession:
    """``id`` is that of the invoice, refund, payable or booking, ``on`` the day of both, ``number`` the
    clinic's own number of the invoice and ``practitioner`` the name of who treated; None where they are not
    known.
    """

    way: OtherWay
    id: str
    on: date
    amount: Money | None = None
    number: str | None = None
    practitioner: str | None = None


def payment_of(payable: Payable | None) -> InvoicePaid:
    """Returns what became of the money of an accepted invoice, by its payable."""
    if payable is None:
        return "coming"
    if payable.is_written_off:
        return "written-off"
    known: dict[str, InvoicePaid] = {"paid": "paid", "returned": "returned"}
    return known.get(payable.status, "coming")
