"""Statement line: one thing that became of what a clinic is owed, as the clinic's own bookkeeping needs it.

A line is stored in the commit of what it says, and never changed. It holds nothing of a client.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from helsebro.ids import BookingId, ClinicId, InvoiceId, PayableId, PaymentFileId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.payments.payable import Payable, PayableKind
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro.payments.runs.run_line import RunLine

LineOutcome = Literal["paid", "rejected", "returned", "credited", "written-off"]
OUTCOMES: tuple[LineOutcome, ...] = get_args(LineOutcome)


@dataclass(frozen=True)
class StatementLine:
    """``happened`` to an amount on a local ``day``.

    ``paid`` is what the bank has made, ``rejected`` what it never made, ``returned`` what came back after it
    was paid; ``credited`` is what the credit note ``credit_note_id`` took away, ``written-off`` what finance
    pays no more. ``cause_id`` is the payment file, credit note or task, so that a cause has one line of a
    payable. ``account`` is masked. ``reference`` is the KID or payment id that the transfer carried,
    ``attempt`` which attempt to pay it was.
    """

    happened: LineOutcome
    day: date
    at: datetime
    payer: str
    clinic_id: ClinicId
    payable_id: PayableId
    kind: PayableKind
    amount: Money
    cause_id: str
    invoice_id: InvoiceId | None = None
    booking_id: BookingId | None = None
    credit_note_id: InvoiceId | None = None
    file_id: PaymentFileId | None = None
    account: str | None = None
    reference: str | None = None
    bank_reason: str | None = None
    attempt: int = 1

    @property
    def line_id(self) -> str:
        """An id that follows from the cause."""
        return f"{self.cause_id}#{self.payable_id}#{self.happened}"


def of_bank(
    payable: Payable, line: RunLine, run: PaymentRun, at: datetime, *, was_paid: bool = False
) -> tuple[StatementLine, ...]:
    """Returns the line of a payment that the bank has made, rejected or returned; none for a member's.

    Its day is the one on which the payer's bank booked it, or on which it said so. ``line`` is as it is after
    the bank's answer, ``was_paid`` whether it was paid before: else nothing of it is taken back again.
    """
    if payable.clinic_id is None:
        return ()
    happened: LineOutcome = "paid"
    if line.state == "returned":
        happened = "returned" if was_paid else "rejected"
    booked_on = line.paid_on if happened == "paid" else line.returned_on
    return (
        StatementLine(
            happened=happened,
            day=booked_on or local_day(at, run.home),
            at=at,
            payer=payable.payer,
            clinic_id=payable.clinic_id,
            payable_id=payable.payable_id,
            kind=payable.kind,
            amount=line.amount,
            cause_id=run.file_id,
            invoice_id=payable.invoice_id,
            booking_id=payable.booking_id,
            file_id=run.file_id,
            account=line.masked,
            reference=(payable.pay_to.number or None) if payable.pay_to else None,
            bank_reason=line.bank_reason,
            attempt=line.attempt,
        ),
    )


def of_credit_note(
    payable: Payable, amount: Money, credit_note_id: InvoiceId, at: datetime, country: str
) -> tuple[StatementLine, ...]:
    """Returns the line of what a credit note took away of an invoice."""
    return _lowered("credited", payable, amount, credit_note_id, at, country, credit_note_id)


def of_write_off(payable: Payable, task_id: str, at: datetime, country: str) -> tuple[StatementLine, ...]:
    """Returns the line of a returned payment that is paid no more, by the decision of a task."""
    return _lowered("written-off", payable, payable.amount, task_id, at, country)


def _lowered(
    happened: LineOutcome,
    payable: Payable,
    amount: Money,
    cause_id: str,
    at: datetime,
    country: str,
    credit_note_id: InvoiceId | None = None,
) -> tuple[StatementLine, ...]:
    if payable.clinic_id is None:
        return ()
    return (
        StatementLine(
            happened=happened,
            day=local_day(at, country),
            at=at,
            payer=payable.payer,
            clinic_id=payable.clinic_id,
            payable_id=payable.payable_id,
            kind=payable.kind,
            amount=amount,
            cause_id=cause_id,
            invoice_id=payable.invoice_id,
            booking_id=payable.booking_id,
            credit_note_id=credit_note_id,
        ),
    )
