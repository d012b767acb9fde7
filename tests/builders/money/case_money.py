"""The money of a case for tests: a guarantee of three sessions, and what was invoiced and refunded of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from helsebro import ids
from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.bookings import reserved_money
from helsebro.bookings.booking import Booking
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.prices import promised_money
from helsebro.ids import BookingId, ClinicId, InvoiceId, PersonId, PractitionerId, RefundId, SlotId
from helsebro.money import Money
from helsebro.payments.ledger import commitments, payable_entries
from helsebro.payments.ledger.ledger_entry import EntryCause
from helsebro.payments.payable import Payable, id_for_invoice, id_for_session
from helsebro.reconciliation.case_money import CaseMoney
from helsebro.refunds.refund import payable_id_for
from tests.builders.domain.claims import CLAIM_ID
from tests.builders.domain.guarantees import guarantee

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
ON = date(2026, 11, 20)
CLINIC = ClinicId("cli_a")
GUARANTEE = guarantee(clinic_id=CLINIC)
INVOICE, REFUND = InvoiceId("inv_a"), RefundId(ids.within("ref", CLAIM_ID, b"refund"))
PRICE = Money.of(450)


def cause(cause_id: str, of: Guarantee | None = GUARANTEE) -> EntryCause:
    """A cause in the case, under the guarantee."""
    guarantee_id = of.guarantee_id if of else None
    return EntryCause(cause_id, CLAIM_ID, AT, guarantee_id=guarantee_id, clinic_id=CLINIC if of else None)


def payable(**changes: Any) -> Payable:
    """What is owed for an invoice of one session."""
    known = Payable(
        id_for_invoice(GUARANTEE.guarantee_id, INVOICE),
        "tryg",
        "invoice",
        PRICE,
        ON + timedelta(days=30),
        CLAIM_ID,
        invoice_id=INVOICE,
        clinic_id=CLINIC,
    )
    return replace(known, **changes)


def refund_payable(**changes: Any) -> Payable:
    """What is owed to the member for a bill of one session."""
    known = Payable(payable_id_for(REFUND), "tryg", "refund", PRICE, ON, CLAIM_ID, refund_id=REFUND)
    return replace(known, **changes)


def session_payable(held: Booking) -> Payable:
    """What is owed for a held session without an invoice."""
    return Payable(
        id_for_session(GUARANTEE.guarantee_id, held.booking_id),
        "tryg",
        "session",
        PRICE,
        ON + timedelta(days=9),
        CLAIM_ID,
        clinic_id=CLINIC,
        booking_id=held.booking_id,
    )


def booking(number: int = 1, **changes: Any) -> Booking:
    """A held session under the guarantee, which no invoice charges for."""
    known = Booking(
        booking_id=BookingId(ids.numbered("bkg", CLAIM_ID, number)),
        claim_id=CLAIM_ID,
        guarantee_id=GUARANTEE.guarantee_id,
        case_reference=GUARANTEE.case_reference,
        payer="tryg",
        person_id=GUARANTEE.person_id,
        clinic_id=CLINIC,
        practitioner_id=PractitionerId("prc_1"),
        slot_id=SlotId(f"slt_{number}"),
        service="follow-up",
        starts_at=AT - timedelta(days=1),
        ends_at=AT,
        country="DK",
        status="held",
        booked_at=AT - timedelta(days=3),
        reserved=PRICE,
    )
    return replace(known, **changes)


def use(source: Any, use_id: str, *spent: Spent) -> Use:
    """What an invoice or a refund used of the person's benefits."""
    return Use(use_id, source, Purpose(CLAIM_ID), ON, source == "invoice", spent)


def spent(reference: str = "1", amount: Money = PRICE, on: date = ON, **changes: Any) -> Spent:
    """A session that was paid."""
    return Spent(reference, on, "physiotherapy", amount, **changes)


def case(**changes: Any) -> CaseMoney:
    """A case in which all agrees: one session is booked, one invoiced and one bill refunded."""
    open_, billed = booking(1, status="booked"), booking(2, invoiced_by=INVOICE)
    entries = (
        *promised_money.of_issue(GUARANTEE, AT),
        *reserved_money.of_booking(open_),
        *reserved_money.of_booking(billed),
        *payable_entries.invoiced(payable(), cause(INVOICE)),
        *commitments.reservation_ended(cause(INVOICE), PRICE),
        *payable_entries.approved(refund_payable(), cause(REFUND, None)),
    )
    uses = (
        use("invoice", INVOICE, spent(billed.booking_id, guarantee_id=GUARANTEE.guarantee_id)),
        use("refund", REFUND, spent("0", on=ON - timedelta(days=7))),
    )
    known = CaseMoney(
        CLAIM_ID,
        entries,
        (GUARANTEE,),
        (open_, billed),
        (payable(), refund_payable()),
        Ledger("tryg", PersonId("per_a"), 1, uses=uses),
    )
    return replace(known, **changes)
