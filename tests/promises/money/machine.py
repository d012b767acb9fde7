"""The state machine: grants, sessions, invoices, credits, refunds, payment files and the bank's answers."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from helsebro.payments.ledger import chart
from helsebro.payments.ledger.balances import balances_of, sums_of
from helsebro.payments.payable import Payable
from helsebro.reconciliation.reconcile import differences_in
from tests.promises.money.case_book import BookedTwice, CaseBook

number = st.integers(0, 9)
MOST_EXTENSIONS = 2


class Money(RuleBasedStateMachine):
    """Everything that books an entry, in any order; each sum is kept after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.book = CaseBook()

    # Steps

    @precondition(lambda self: self.book.takes_bookings)
    @rule()
    def a_session_is_booked(self) -> None:
        self.book.book()

    @rule(which=number, what=st.sampled_from(["held", "missed", "cancelled"]))
    def a_session_ends(self, which: int, what: str) -> None:
        booked = [each for each in self.book.bookings.values() if each.status == "booked"]
        if not booked:
            return
        session = booked[which % len(booked)]
        if what == "held":
            self.book.hold(session)
        else:
            self.book.end_booking(session, what)

    @precondition(lambda self: len(self.book.guarantee.extensions) < MOST_EXTENSIONS)
    @rule()
    def more_is_granted(self) -> None:
        if self.book.guarantee.status == "active":
            self.book.extend()

    @rule(which=number)
    def the_guarantee_is_revoked(self, which: int) -> None:
        if self.book.guarantee.status == "active" and which == 0:
            self.book.revoke()

    @rule(most=st.integers(1, 3))
    def a_clinic_invoices(self, most: int) -> None:
        held = [each for each in self.book.bookings.values() if each.is_to_be_invoiced]
        if held:
            self.book.invoice(held[:most])

    @rule(which=number)
    def a_clinic_credits(self, which: int) -> None:
        waiting = {each.invoice_id for each in self.book.with_status("approved") if each.invoice_id}
        billed = [each for each in self.book.bookings.values() if each.invoiced_by in waiting]
        if billed:
            self.book.credit(billed[which % len(billed)])

    @rule(ore=st.integers(1, 80_000))
    def a_bill_is_refunded(self, ore: int) -> None:
        self.book.refund(ore)

    @rule()
    def a_payment_file_is_released(self) -> None:
        self.book.release()

    @rule(which=number, what=st.sampled_from(["paid", "paid", "returned"]))
    def the_bank_answers(self, which: int, what: str) -> None:
        sent = self.book.with_status("released")
        if sent:
            self.book.answer(sent[which % len(sent)], what)

    @rule(which=number)
    def the_bank_says_it_again(self, which: int) -> None:
        paid = self.book.with_status("paid")
        if paid:
            self.repeat(paid[which % len(paid)])

    @rule(which=number)
    def a_payment_comes_back(self, which: int) -> None:
        paid = self.book.with_status("paid")
        if paid and which == 0:
            self.book.answer(paid[0], "returned")

    @rule(again=st.booleans())
    def finance_decides_a_return(self, again: bool) -> None:
        for returned in self.book.with_status("returned")[:1]:
            self.book.decide(returned, again=again)

    def repeat(self, paid: Payable) -> None:
        """A second report of a payment books nothing: its entry is stored."""
        with suppress(BookedTwice):
            self.book.repeat_answer(paid)

    # What always holds

    @invariant()
    def the_ledger_agrees_with_what_it_books(self) -> None:
        assert differences_in(self.book.money()) == ()

    @invariant()
    def debits_equal_credits(self) -> None:
        left, right = 0, 0
        for (_, account), ore in sums_of(self.book.entries.values()).items():
            assert ore >= 0, account
            left, right = (left, right + ore) if account in chart.ON_THE_RIGHT else (left + ore, right)
        assert left == right

    @invariant()
    def granted_covers_invoiced_and_invoiced_covers_paid(self) -> None:
        for now in balances_of(self.book.entries.values()):
            assert now.granted >= now.invoiced
            assert now.spent == now.approved + now.under_way + now.returned + now.paid

    @invariant()
    def sums_are_those_of_the_payables(self) -> None:
        for now in balances_of(self.book.entries.values()):
            standing = {"approved": now.approved, "released": now.under_way, "paid": now.paid}
            for status, ore in standing.items():
                owed = sum(int(each.amount.amount * 100) for each in self.book.with_status(status))
                assert ore == owed, status
