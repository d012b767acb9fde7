"""Run line: one payable in a payment run, with what a person reads of it before the release."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from helsebro.ids import ClaimId, ClinicId, InvoiceId, PayableId, PayeeId, PaymentFileId, RefundId
from helsebro.money import Money
from helsebro.payments.bank.bank_answer import BankAnswer, BankSaid
from helsebro.payments.bank.bank_booking import BankBooking
from helsebro.payments.payable import Payable, PayableKind
from helsebro.payments.runs.end_to_end import end_to_end_id
from helsebro.payments.runs.payment_oddity import PaymentOddity

LineState = Literal["drafted", "released", "sent", "paid", "returned", "cancelled", "left-out"]
MOST_HEARD = 50
"""Bookings of one payment that are remembered; each but the first is a task of finance already."""


@dataclass(frozen=True)
class RunLine:
    """``state`` follows the payable while it is in the run; ``cancelled`` and ``left-out`` it no longer is.

    ``masked`` shows the last digits of the account.
    ``why`` is the code of the fault for which it was left out: it waits for another file, and for a person.
    ``paid_on`` and ``returned_on`` are the days on which the payer's account was debited and credited again,
    ``bank_reason`` is the bank's code of why (``bank_reason.reason_text``).
    ``attempt`` is which attempt to pay the payable it is. ``debits`` and ``credits`` are the bookings of the
    account that the bank has told of, also those that changed nothing and are a task.
    """

    file_id: PaymentFileId
    payable_id: PayableId
    kind: PayableKind
    amount: Money
    due_on: date
    claim_id: ClaimId
    state: LineState = "drafted"
    odd: tuple[PaymentOddity, ...] = ()
    invoice_id: InvoiceId | None = None
    refund_id: RefundId | None = None
    clinic_id: ClinicId | None = None
    payee_id: PayeeId | None = None
    masked: str | None = None
    why: str | None = None
    paid_on: date | None = None
    returned_on: date | None = None
    bank_reason: str | None = None
    attempt: int = 1
    debits: tuple[BankBooking, ...] = ()
    credits: tuple[BankBooking, ...] = ()

    @property
    def end_to_end_id(self) -> str:
        """The id by which the banks know the transfer."""
        return end_to_end_id(self.payable_id, self.attempt)

    @property
    def is_open(self) -> bool:
        """Whether the bank is still to say what becomes of it."""
        return self.state in ("released", "sent")

    @property
    def is_with_bank(self) -> bool:
        """Whether the bank has the transfer, or has answered."""
        return self.is_open or self.state in ("paid", "returned")

    @property
    def was_rejected(self) -> bool:
        """Whether the bank never debited it."""
        return self.state == "returned" and self.returned_on is None

    def bookings(self, said: BankSaid) -> tuple[BankBooking, ...]:
        """Returns the bookings that were told of as this: debits, or credits."""
        return {"paid": self.debits, "returned": self.credits}.get(said, ())

    def heard(self, answer: BankAnswer) -> RunLine:
        """Returns the line with the booking of an answer, when it is one more than those it knows."""
        told = self.bookings(answer.said)
        if answer.booking is None or answer.said not in ("paid", "returned") or len(told) >= MOST_HEARD:
            return self
        if any(answer.booking.may_be(each) for each in told):
            return self
        told = (*told, answer.booking)
        return replace(self, debits=told) if answer.said == "paid" else replace(self, credits=told)

    def paid(self, answer: BankAnswer) -> RunLine:
        """Returns the line that the bank has paid, debited on a day that only an account says."""
        return replace(self.heard(answer), state="paid", paid_on=answer.moved_on)

    def returned(self, answer: BankAnswer) -> RunLine:
        """Returns the line that was rejected (without a day), or whose money came back on a day."""
        heard, day = self.heard(answer), answer.moved_on
        return replace(heard, state="returned", returned_on=day, bank_reason=answer.reason)

    @property
    def is_in_file(self) -> bool:
        """Whether the payment file has it, or is to have it."""
        return self.state not in ("cancelled", "left-out")

    @property
    def twin_key(self) -> tuple[str, Money, date]:
        """What two payments that may be one paid twice have in common."""
        return (self.payee_id or self.claim_id, self.amount, self.due_on)

    def left_out(self, why: str) -> RunLine:
        """Returns the line of a payable that no file can carry."""
        return replace(self, state="left-out", why=why)

    def with_oddity(self, oddity: PaymentOddity) -> RunLine:
        """Returns the line with one more oddity."""
        return self if oddity in self.odd else replace(self, odd=(*self.odd, oddity))


def line_of(
    payable: Payable, file_id: PaymentFileId, odd: tuple[PaymentOddity, ...], masked: str | None
) -> RunLine:
    """Returns the line of a payable that the run takes."""
    return RunLine(
        file_id=file_id,
        payable_id=payable.payable_id,
        kind=payable.kind,
        amount=payable.amount,
        due_on=payable.due_on,
        claim_id=payable.claim_id,
        odd=odd,
        invoice_id=payable.invoice_id,
        refund_id=payable.refund_id,
        clinic_id=payable.clinic_id,
        payee_id=payable.payee_id,
        masked=masked,
        attempt=payable.attempt,
    )
