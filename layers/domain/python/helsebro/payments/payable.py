"""Payable: what a payer owes for an accepted invoice, an approved refund or a session (F0-20, F1-06)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, get_args

from helsebro import ids
from helsebro.errors import BadInput, Conflict, Fault
from helsebro.ids import (
    AccountId,
    BookingId,
    ClaimId,
    ClinicId,
    GuaranteeId,
    InvoiceId,
    PayableId,
    PayeeId,
    PaymentFileId,
    RefundId,
)
from helsebro.money import Currency, Money
from helsebro.payments.members.member_payee import MemberPayee
from helsebro.payments.named_clinic import NamedClinic
from helsebro.payments.payment_means import PaymentMeans
from helsebro.work_calendar import UnknownYear, WorkCalendar

PayableKind = Literal["invoice", "refund", "session"]
PayableStatus = Literal["approved", "drafted", "released", "sent", "paid", "returned", "credited"]

STATUSES: tuple[PayableStatus, ...] = get_args(PayableStatus)


HOLIDAYS: Mapping[Currency, str] = {"DKK": "DK", "NOK": "NO"}
"""In which country the banks send a currency."""
LONGEST_HOLIDAYS = 14


CREDITABLE: frozenset[PayableStatus] = frozenset({"approved", "returned"})
"""Nothing of it is at a bank, or on the way there: it waits for a file, or its money is back."""


class NotCreditable(Conflict):
    """A payable that is in a payment file or paid cannot be credited, nor can more than is owed."""

    code = "payable-not-creditable"


class PaymentRunDrafted(Conflict):
    """A payable of the clinic is in a payment file: until it is paid, the clinic's payees stay."""

    code = "payment-run-drafted"


@dataclass(frozen=True)
class Payable:
    """An amount owed to a clinic (``invoice_id``, or a session's ``booking_id``) or a member (``refund_id``).

    ``approved`` waits for a payment file; ``drafted``, ``released`` and ``sent`` it is in the one that
    ``file_id`` names; ``paid`` and ``returned`` are the bank's answers; ``credited`` is credited in full, or
    was returned and is paid no more. ``amount`` is what is still owed, or was when it was paid or written
    off; ``credited`` is what was taken off it before. ``past_files`` are those whose transfer of it came
    back. ``clinic`` is who is paid, as named when it came to be. ``pay_to`` is a clinic's, written from its
    payee ``payee_id``; a member is paid to the account that ``to_member`` names from the draft on. Before the
    bank pays, the payee must still be in force (``payee_register.payee_of``). That of a session has no payee
    before it is drafted: no invoice asks for one, so the clinic's payee of that day counts
    (``payee_register.without_invoice``).
    """

    payable_id: PayableId
    payer: str
    kind: PayableKind
    amount: Money
    due_on: date
    claim_id: ClaimId
    status: PayableStatus = "approved"
    invoice_id: InvoiceId | None = None
    refund_id: RefundId | None = None
    clinic_id: ClinicId | None = None
    pay_to: PaymentMeans | None = None
    payee_id: PayeeId | None = None
    file_id: PaymentFileId | None = None
    clinic: NamedClinic | None = None
    past_files: tuple[PaymentFileId, ...] = ()
    booking_id: BookingId | None = None
    to_member: MemberPayee | None = None
    credited: Money | None = None

    @property
    def owed(self) -> Money:
        """What was owed before anything was credited."""
        return self.amount + self.credited if self.credited else self.amount

    @property
    def is_written_off(self) -> bool:
        """Whether it was returned and is paid no more: one that is credited in full has nothing left."""
        return self.status == "credited" and self.amount.amount > 0

    @property
    def use_id(self) -> str:
        """The id under which it uses a person's benefits: of its invoice or refund, else its own."""
        return self.invoice_id or self.refund_id or self.payable_id

    @property
    def attempt(self) -> int:
        """Which attempt to pay it the next, or present, payment file is; the first is 1."""
        return len(self.past_files) + 1

    def drafted_in(self, file_id: PaymentFileId | None, account_id: AccountId | None = None) -> Payable:
        """Returns the payable as one of a payment file; a member's goes to the account that is named."""
        to_member = self.to_member.at(account_id) if self.to_member else None
        return replace(self, status="drafted", file_id=file_id, to_member=to_member)

    def paid_to(self, payee_id: PayeeId, pay_to: PaymentMeans) -> Payable:
        """Returns the payable of a session with the payee that the clinic has now."""
        return replace(self, payee_id=payee_id, pay_to=pay_to)

    def taken_out(self) -> Payable:
        """Returns the payable as one that waits for another payment file."""
        waiting = replace(self, status="approved", file_id=None, to_member=self._without_account)
        return replace(waiting, payee_id=None, pay_to=None) if self.kind == "session" else waiting

    @property
    def _without_account(self) -> MemberPayee | None:
        """The member who is paid, to the account that is confirmed when the next file is drafted."""
        return self.to_member.at(None) if self.to_member else None

    def expected_on(self) -> date | None:
        """Returns the first working day on or after the due day; None once nothing is under way."""
        if self.status in ("paid", "returned", "credited"):
            return None
        calendar = WorkCalendar(HOLIDAYS[self.amount.currency])
        with suppress(UnknownYear):
            # A due day of another century, as a clinic may write it, is in no table of holidays.
            return next(day for day in _from(self.due_on) if calendar.is_working_day(day))
        return self.due_on

    def paid(self) -> Payable:
        """Returns the payable after the bank has paid it."""
        return replace(self, status="paid")

    def returned(self) -> Payable:
        """Returns the payable after the bank rejected it, or the money came back."""
        return replace(self, status="returned")

    def approved_again(self, pay_to: PaymentMeans | None, payee_id: PayeeId | None) -> Payable:
        """Returns the returned payable as one that waits for another file, and the account it goes to now."""
        past = (*self.past_files, *([self.file_id] if self.file_id else []))
        return replace(
            self,
            status="approved",
            file_id=None,
            past_files=past,
            pay_to=pay_to,
            payee_id=payee_id,
            to_member=self._without_account,
        )

    def withdrawn(self) -> Payable:
        """Returns the payable of a session that was not held after all. Raises ``NotCreditable``.

        One that is drafted has left its payment file in the same commit.
        """
        held = self.taken_out() if self.status == "drafted" else self
        return held.credited_by(self.amount)

    def written_off(self) -> Payable:
        """Returns the returned payable as one that is not paid any more."""
        return replace(self, status="credited")

    def credited_by(self, amount: Money) -> Payable:
        """Returns the payable reduced by the amount of a credit note. Raises ``NotCreditable``.

        What is left of a returned one still waits for finance to decide about it.
        """
        if self.status not in CREDITABLE or amount > self.amount:
            raise NotCreditable()
        rest, so_far = self.amount - amount, self.credited
        status = self.status if rest.amount else "credited"
        return replace(self, amount=rest, status=status, credited=so_far + amount if so_far else amount)


def _from(day: date) -> Iterator[date]:
    return (day + timedelta(days) for days in range(LONGEST_HOLIDAYS))


def status_named(name: str) -> PayableStatus:
    """Returns the status of that name. Raises ``BadInput`` (malformed) when there is none."""
    for status in STATUSES:
        if status == name:
            return status
    raise BadInput([Fault("/status", "payable-status-unknown", ", ".join(STATUSES))], malformed=True)


def id_for_session(guarantee_id: GuaranteeId, cause_id: str) -> PayableId:
    """Returns the id of a session's only payable, the same however often it is reported (promise 27).

    ``cause_id`` is the booking; after a correction another (``bookings.correction.cause_of``), because the
    payable of before was withdrawn.
    """
    return PayableId(ids.within("pay", guarantee_id, hashlib.sha256(f"payable:{cause_id}".encode()).digest()))


def id_for_invoice(guarantee_id: GuaranteeId, invoice_id: InvoiceId) -> PayableId:
    """Returns the id of an invoice's only payable, the same however often it is validated (promise 3)."""
    return PayableId(
        ids.within("pay", guarantee_id, hashlib.sha256(f"payable:{invoice_id}".encode()).digest())
    )
