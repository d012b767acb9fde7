"""Two valid invoices, one Danish and one Norwegian, and the facts about what they name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from helsebro.ids import BookingId, ClaimId, ClinicId, GuaranteeId
from helsebro.invoices.facts import InvoiceFacts, KnownGuarantee, KnownPayer, KnownSession
from helsebro.invoices.invoice import Identifier
from helsebro.money import Money
from local.clinic import ubl
from tests.builders.clinics.payees import JUDGED, register

DANISH_CLINIC = ubl.Party("Klinik Nord", "0184", "DK31415918", "31415918")
DANISH_PAYER = ubl.Party("Nordlys Forsikring", "0088", "5790000123452", "31415926")
NORWEGIAN_CLINIC = ubl.Party(
    "Storgata Fysioterapi", "0192", "923456708", "923456708", "NO", "Storgata 1", "Oslo", "0155"
)
NORWEGIAN_PAYER = ubl.Party(
    "Fjord Forsikring", "0192", "923456716", "923456716", "NO", "Storgata 2", "Oslo", "0155"
)
FI = ubl.Payment("93", "81234567", "71#026840149965328")
KID = ubl.Payment("30", "15032080003", "12345674")
FIRST, SECOND = date(2026, 11, 3), date(2026, 11, 10)
ISSUED, DUE = date(2026, 11, 21), date(2026, 12, 21)
SESSIONS = (
    ubl.Session("bkg_first", FIRST, Decimal(950), "first"),
    ubl.Session("bkg_second", SECOND, Decimal(850)),
)
GUARANTEE = KnownGuarantee(
    guarantee_id=GuaranteeId("gar_1"),
    claim_id=ClaimId("clm_1"),
    payer="nordlys",
    number="G26-7K3Q9-M2X4T",
    case_reference="kq7f3m2xw5tz",
    clinic_id=ClinicId("cli_nord"),
    valid_from=date(2026, 11, 1),
    valid_until=date(2027, 4, 30),
    sessions_granted=3,
)


def danish(**changes: Any) -> bytes:
    """Returns the Danish invoice, paid by FI code, with the changes."""
    valid: dict[str, Any] = {
        "number": "2026-1001",
        "issued_on": ISSUED,
        "due_on": DUE,
        "clinic": DANISH_CLINIC,
        "payer": DANISH_PAYER,
        "guarantee_number": GUARANTEE.number,
        "case_reference": GUARANTEE.case_reference,
        "sessions": SESSIONS,
        "payment": FI,
    }
    return ubl.invoice(**valid | changes)


def norwegian(**changes: Any) -> bytes:
    """Returns the Norwegian invoice, paid with a KID, with the changes."""
    norway = {"clinic": NORWEGIAN_CLINIC, "payer": NORWEGIAN_PAYER, "payment": KID, "currency": "NOK"}
    return danish(**norway | changes)


def session(
    booking_id: BookingId, on: date, price: int, service: str = "follow-up", **known: Any
) -> KnownSession:
    """Returns a held booking at a price in DKK."""
    return KnownSession(booking_id, on, service, known.pop("held", True), Money.of(price), **known)


def facts(**changes: Any) -> InvoiceFacts:
    """Returns the facts for the Danish invoice; they agree with everything in it."""
    known = (
        session(BookingId("bkg_first"), FIRST, 950, "first"),
        session(BookingId("bkg_second"), SECOND, 850),
    )
    everything = InvoiceFacts(
        clinic_id=ClinicId("cli_nord"),
        clinic_numbers=frozenset({"31415918"}),
        today=ISSUED,
        guarantee=GUARANTEE,
        sessions={booked.booking_id: booked for booked in known},
        payer=KnownPayer("nordlys", frozenset({Identifier("0088", "5790000123452")}), "DKK"),
        payees=register(),
        at=JUDGED,
    )
    return replace(everything, **changes)
