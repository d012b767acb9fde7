"""The demo clinic's bill: a UBL invoice for one booking, from the data of the booking."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from local.clinic import ubl
from local.clinic.clinic_system import ClinicSystem, Reply
from local.clinic.url_path import segment
from local.demo.payees import DANISH

COMPANY_SCHEMES = ("0184", "0192")
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


class BookingNotReadable(Exception):
    """The clinic cannot read the booking or itself; ``reply`` is the platform's answer."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(f"{reply.status} {reply.body}")
        self.reply = reply


OWN_ACCOUNT = ubl.Payment("42", DANISH["accountNumber"], branch=DANISH["registrationNumber"])
OTHER_ACCOUNT = ubl.Payment("42", "1234567891", branch="1234")
"""An account that the demo clinic has not registered: finance is asked."""


def send(
    clinic: ClinicSystem,
    /,
    booking_id: str,
    price: Decimal | None = None,
    payment: ubl.Payment = OWN_ACCOUNT,
    **changes: Any,
) -> Reply:
    """Sends the bill of a booking, with the ``changes`` of ``invoice``. Raises ``BookingNotReadable``."""
    return clinic.send_invoice(invoice(clinic, booking_id, price, payment, **changes))


def invoice(
    clinic: ClinicSystem,
    /,
    booking_id: str,
    price: Decimal | None = None,
    payment: ubl.Payment = OWN_ACCOUNT,
    **changes: Any,
) -> bytes:
    """Fetches the booking and the clinic's number (CVR), and returns the bill; ``price`` or the agreed fee.

    ``changes`` are other parts of the document, such as ``number``, ``credits`` and the party ``clinic``.

    Raises ``BookingNotReadable``.
    """
    booking = _read(clinic, f"/v1/bookings/{segment(booking_id)}")
    cvr = str(_read(clinic, f"/v1/clinics/{clinic.clinic_id}")["cvr"])
    return _written(booking, cvr, clinic.now().astimezone(COPENHAGEN).date(), price, payment, changes)


def _read(clinic: ClinicSystem, path: str) -> Mapping[str, Any]:
    reply = clinic.get(path)
    if reply.status != 200:
        raise BookingNotReadable(reply)
    return dict(reply.body)


def _written(
    booking: Mapping[str, Any],
    cvr: str,
    today: date,
    price: Decimal | None,
    payment: ubl.Payment,
    changes: Mapping[str, Any],
) -> bytes:
    day = datetime.fromisoformat(booking["startsAt"]).astimezone(COPENHAGEN).date()
    references = booking["invoice"]
    endpoint = references["endpoint"]
    # Without a company number of the insurer, its GLN says who it is.
    company = endpoint["id"] if endpoint["scheme"] in COMPANY_SCHEMES else "10150817"
    fee = price or Decimal(booking["guarantee"]["fee"]["amount"])
    parts: dict[str, Any] = {
        "number": f"F-{secrets.token_hex(4)}",
        "issued_on": today,
        "due_on": today + timedelta(days=30),
        "clinic": ubl.Party("Demo clinic", "0184", cvr, cvr),
        "payer": ubl.Party(booking["insurer"]["name"], endpoint["scheme"], endpoint["id"], company),
        "guarantee_number": references["orderReference"],
        "case_reference": references["buyerReference"],
        "sessions": [ubl.Session(booking["bookingId"], day, fee, booking["service"])],
        "payment": payment,
    }
    return ubl.invoice(**parts | dict(changes))
