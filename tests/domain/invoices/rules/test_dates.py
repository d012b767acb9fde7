from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.builders.invoices import FIRST, ISSUED, SECOND, facts
from tests.domain.invoices.rules.test_all_rules import LINE, broken, credit_note, invoice, invoiced

DAY = timedelta(days=1)


@pytest.mark.parametrize("issued,found", [(SECOND - DAY, True), (SECOND, False), (SECOND + DAY, False)])
def test_an_invoice_is_not_issued_before_its_last_session(issued: date, found: bool) -> None:
    expected = [("HB-40", "/Invoice/cbc:IssueDate")] if found else []
    assert broken(invoice(issued_on=issued), facts()) == expected


@pytest.mark.parametrize("days,found", [(0, False), (1, False), (2, True)])
def test_an_invoice_is_issued_by_today_and_clocks_may_differ_by_a_day(days: int, found: bool) -> None:
    written = invoice(issued_on=ISSUED + days * DAY, due_on=None)
    assert broken(written, facts(today=ISSUED)) == ([("HB-41", "/Invoice/cbc:IssueDate")] if found else [])


@pytest.mark.parametrize("term,found", [(29, True), (30, False), (60, False)])
def test_an_invoice_is_due_after_the_term_of_payment(term: int, found: bool) -> None:
    written = invoice(due_on=ISSUED + term * DAY)
    assert broken(written, facts()) == ([("HB-42", "/Invoice/cbc:DueDate")] if found else [])


def test_an_invoice_without_a_due_date_is_due_after_the_term() -> None:
    assert broken(invoice(due_on=None), facts()) == []


@pytest.mark.parametrize("today,found", [(FIRST, True), (SECOND - DAY, True), (SECOND, False)])
def test_a_session_of_a_day_to_come_is_not_invoiced(today: date, found: bool) -> None:
    written = invoice(issued_on=SECOND, due_on=None)
    rules = dict(broken(written, facts(today=today)))
    assert (rules.get("HB-43") == f"{LINE}/cac:InvoicePeriod/cbc:StartDate") is found


def test_a_credit_note_is_issued_after_its_session_and_by_today() -> None:
    assert [rule for rule, _ in broken(credit_note(issued_on=SECOND - DAY), invoiced())] == ["HB-40"]
    assert [rule for rule, _ in broken(credit_note(issued_on=ISSUED + 2 * DAY), invoiced())] == ["HB-41"]
