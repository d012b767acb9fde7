"""The money of one case as the domain books it, step by step, beside plain counts that it must agree with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from helsebro import ids
from helsebro.benefits.ledger import Ledger
from helsebro.bookings import reserved_money
from helsebro.bookings.booking import Booking
from helsebro.guarantees.prices import promised_money
from helsebro.ids import BookingId, InvoiceId, PayableId, PersonId, RefundId
from helsebro.money import Money
from helsebro.payments.ledger import commitments, payable_entries
from helsebro.payments.ledger.ledger_entry import EntryCause, LedgerEntry
from helsebro.payments.payable import Payable, id_for_invoice
from helsebro.reconciliation.case_money import CaseMoney
from helsebro.refunds.refund import payable_id_for
from tests.builders.domain.claims import CLAIM_ID
from tests.builders.money.case_money import (
    AT,
    GUARANTEE,
    ON,
    PRICE,
    booking,
    cause,
    payable,
    refund_payable,
    spent,
    use,
)


class BookedTwice(Exception):
    """An entry with this id is stored: the commit of a second one fails."""


class CaseBook:
    """A case of a guarantee of four sessions; each method is one commit, with its entries."""

    def __init__(self) -> None:
        self.guarantee = replace(GUARANTEE, sessions_granted=4)
        self.entries: dict[str, LedgerEntry] = {}
        self.bookings: dict[BookingId, Booking] = {}
        self.payables: dict[PayableId, Payable] = {}
        self.benefits = Ledger("tryg", PersonId("per_a"), 1)
        self.files_of: dict[PayableId, str] = {}
        self.files, self.number = 0, 0
        self.store(promised_money.of_issue(self.guarantee, AT))

    def store(self, entries: Iterable[LedgerEntry]) -> None:
        """Stores entries, each once. Raises ``BookedTwice``."""
        for entry in entries:
            if entry.entry_id in self.entries:
                raise BookedTwice(entry.entry_id)
            self.entries[entry.entry_id] = entry

    def money(self) -> CaseMoney:
        """Returns the case as a reconciliation reads it."""
        return CaseMoney(
            CLAIM_ID,
            tuple(self.entries.values()),
            (self.guarantee,),
            tuple(self.bookings.values()),
            tuple(self.payables.values()),
            self.benefits,
        )

    # The guarantee and its sessions

    @property
    def standing(self) -> int:
        """How many sessions are booked or were held."""
        return sum(each.status in ("booked", "held") for each in self.bookings.values())

    @property
    def takes_bookings(self) -> bool:
        """Whether a session can be booked."""
        return self.guarantee.status == "active" and self.standing < self.guarantee.sessions_granted

    def book(self) -> None:
        self.number += 1
        made = booking(self.number, status="booked", starts_at=AT + timedelta(days=self.number))
        self.store(reserved_money.of_booking(made))
        self.bookings[made.booking_id] = made

    def end_booking(self, ended: Booking, status: Any) -> None:
        self.store(reserved_money.of_end(ended, AT))
        self.bookings[ended.booking_id] = replace(ended, status=status)

    def hold(self, held: Booking) -> None:
        self.bookings[held.booking_id] = replace(held, status="held")

    def extend(self) -> None:
        self.number += 1
        self.guarantee = self.guarantee.extend(1, self.guarantee.valid_until, AT)
        extension = ids.numbered("ext", CLAIM_ID, self.number)
        self.store(promised_money.of_extension(self.guarantee, [*self.entries.values()], extension, AT))

    def revoke(self) -> None:
        self.guarantee = self.guarantee.revoke("ended", AT)
        self.store(
            promised_money.of_end(self.guarantee, "revoked", self.standing, [*self.entries.values()], AT)
        )

    # What is owed

    def invoice(self, sessions: list[Booking]) -> None:
        self.number += 1
        invoice_id = InvoiceId(f"inv_a{self.number}")
        owed = payable(
            payable_id=id_for_invoice(self.guarantee.guarantee_id, invoice_id),
            invoice_id=invoice_id,
            amount=PRICE * len(sessions),
        )
        self.store(payable_entries.invoiced(owed, cause(invoice_id)))
        self.store(commitments.reservation_ended(cause(invoice_id), PRICE * len(sessions)))
        used = (
            spent(each.booking_id, on=each.on, guarantee_id=self.guarantee.guarantee_id) for each in sessions
        )
        self.benefits = self.benefits.consume(use("invoice", invoice_id, *used))
        for each in sessions:
            self.bookings[each.booking_id] = replace(each, invoiced_by=invoice_id)
        self._owe(owed)

    def credit(self, session: Booking) -> None:
        self.number += 1
        note, invoice_id = f"inv_n{self.number}", InvoiceId(session.invoiced_by or "")
        before = self.payables[id_for_invoice(self.guarantee.guarantee_id, invoice_id)]
        after = before.credited_by(PRICE)
        self.store(payable_entries.credited(before, PRICE, cause(note)))
        self.store(commitments.reserved(cause(note), PRICE))
        self.benefits = self.benefits.give_back(invoice_id, [session.booking_id], ON)
        self.bookings[session.booking_id] = replace(session, invoiced_by=None)
        self.payables[after.payable_id] = after

    def refund(self, ore: int) -> None:
        self.number += 1
        refund_id = RefundId(ids.numbered("ref", CLAIM_ID, self.number))
        amount = Money.of(f"{ore / 100:.2f}")
        owed = refund_payable(payable_id=payable_id_for(refund_id), refund_id=refund_id, amount=amount)
        self.store(payable_entries.approved(owed, cause(refund_id, None)))
        on = ON - timedelta(days=self.number)
        self.benefits = self.benefits.consume(use("refund", refund_id, spent("0", amount, on)))
        self._owe(owed)

    def _owe(self, owed: Payable) -> None:
        self.payables[owed.payable_id] = owed

    # What the bank does

    def with_status(self, status: str) -> list[Payable]:
        """Returns the payables of a status."""
        return [each for each in self.payables.values() if str(each.status) == status]

    def release(self) -> None:
        self.files += 1
        for each in self.with_status("approved"):
            file = cause(f"pfl_{self.files}", None)
            self.store(payable_entries.released(each, file))
            self._move(each, "released", f"pfl_{self.files}")

    def answer(self, owed: Payable, what: str) -> None:
        """The bank has paid a payable, or returned it."""
        file = cause(self._file_of(owed), None)
        book = payable_entries.paid if what == "paid" else payable_entries.returned
        self.store(book(owed, file))
        self._move(owed, what)

    def repeat_answer(self, owed: Payable) -> None:
        """The bank says a second time that it has paid. Raises ``BookedTwice``."""
        self.store(payable_entries.paid(owed, self.cause_of_answer(owed)))

    def cause_of_answer(self, owed: Payable) -> EntryCause:
        """Returns the cause of the bank's answer: the file of the payable, whatever report says it."""
        return cause(self._file_of(owed), None)

    def decide(self, returned: Payable, *, again: bool) -> None:
        """Finance lets a returned payable be paid again, or writes it off."""
        self.number += 1
        task = cause(ids.numbered("tsk", CLAIM_ID, self.number), None)
        if again:
            self.store(payable_entries.approved_again(returned, task))
            return self._move(returned, "approved")
        self.store(payable_entries.written_off(returned, task))
        return self._move(returned, "credited")

    def _move(self, owed: Payable, status: Any, file: str = "") -> None:
        self.payables[owed.payable_id] = replace(owed, status=status)
        if file:
            self.files_of[owed.payable_id] = file

    def _file_of(self, owed: Payable) -> str:
        return self.files_of[owed.payable_id]
