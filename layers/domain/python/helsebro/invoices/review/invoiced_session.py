"""Invoiced session: a line of an invoice as finance reads it: no client, no diagnosis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from helsebro.ids import BookingId
from helsebro.money import Money


@dataclass(frozen=True)
class InvoicedSession:
    """``amount`` is what the invoice asks for, ``agreed`` the agreed price; None where there is none.

    ``practitioner`` is the name of who held it, None where it is not known.
    """

    booking_id: BookingId
    on: date
    service: str
    amount: Money | None = None
    agreed: Money | None = None
    practitioner: str | None = None
