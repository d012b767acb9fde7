"""Other session: what a session of an invoice clashes with, as who decides about it must see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from helsebro.money import Money

OtherWay = Literal["invoice", "refund", "session", "line"]
"""It was paid by an invoice, a refund or a report alone, or is on another line of the same invoice."""


@dataclass(frozen=True)
class NumberedInvoice:
    """An accepted invoice that another one may clash with: the clinic's own number of it.

    ``is_own`` says that the clinic that is judged sent it, ``is_paid`` that the money has been sent.
    """

    number: str
    is_own: bool
    is_paid: bool = False


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
