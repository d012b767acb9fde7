from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from helsebro import ids
from helsebro.caller import CASEWORKER, CLINIC_SYSTEM, FINANCE, Caller
from helsebro.errors import NotFound
from helsebro.ids import ClinicId, GuaranteeId, InvoiceId
from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro.invoices.received_invoice import APPROVED, ReceivedInvoice, clinic_of, id_for
from helsebro.invoices.review.other_session import OtherSession
from helsebro.money import Money
from tests.builders.clinics.payees import payee
from tests.builders.invoices import FIRST, GUARANTEE, SECOND, facts

CLINIC = ClinicId(ids.plain("cli", b"0123456789"))
AT = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
RECEIVED = ReceivedInvoice(id_for(CLINIC, "call"), CLINIC, "received", AT, "digest")
OWN = facts(clinic_id=CLINIC, guarantee=replace(GUARANTEE, clinic_id=CLINIC))


def test_a_call_creates_one_id_that_contains_its_clinic() -> None:
    assert id_for(CLINIC, "call") == id_for(CLINIC, "call") != id_for(CLINIC, "another call")
    assert clinic_of(id_for(CLINIC, "call")) == CLINIC


@pytest.mark.parametrize(
    "identifier", ["", "inv_", "inv_x", "inv_" + "a" * 16, "clm_" + "a" * 32, "inv_#" * 9]
)
def test_an_id_that_is_not_an_invoice_id_is_not_found(identifier: InvoiceId) -> None:
    with pytest.raises(NotFound):
        clinic_of(identifier)


@pytest.mark.parametrize(
    "caller,before,after",
    [
        (Caller("c", frozenset({CLINIC_SYSTEM}), clinic_id=CLINIC), True, True),
        (Caller("c", frozenset({CLINIC_SYSTEM}), clinic_id=ClinicId("cli_other")), False, False),
        (Caller("f", frozenset({FINANCE}), payer="nordlys"), False, True),
        (Caller("f", frozenset({FINANCE}), payer="other"), False, False),
        (Caller("f", frozenset({FINANCE}), payer=""), False, False),
        (Caller("w", frozenset({CASEWORKER}), payer="nordlys"), False, False),
    ],
)
def test_the_clinic_may_read_it_and_its_payer_once_it_is_judged(
    caller: Caller, before: bool, after: bool
) -> None:
    judged = RECEIVED.judged("rejected", (), AT, None, OWN)
    assert (RECEIVED.may_be_read_by(caller), judged.may_be_read_by(caller)) == (before, after)


def test_an_invoice_whose_document_is_gone_stays_its_payers() -> None:
    reviewed = RECEIVED.judged("in-review", (), AT, None, OWN)
    gone = reviewed.judged("rejected", (), AT, None, None)
    assert (gone.payer, gone.guarantee_id) == (GUARANTEE.payer, GUARANTEE.guarantee_id)


def test_an_invoice_without_a_due_date_is_due_30_days_after_its_issue_date() -> None:
    from tests.domain.invoices.rules.test_all_rules import invoice

    guarantee = replace(
        GUARANTEE,
        guarantee_id=GuaranteeId(ids.within("gar", ids.mint("clm", "nordlys", b"0" * 10), b"0" * 6)),
    )
    written = invoice(due_on=None)
    payable = RECEIVED.payable(written, guarantee, "DKK", payee())
    assert payable.due_on == date(2026, 12, 21)
    assert (payable.payee_id, payable.pay_to) == (payee().payee_id, written.payment_means[0])
    undated = replace(written, issued_on=None)
    assert RECEIVED.payable(undated, guarantee, "DKK", payee()).due_on == date(2026, 12, 21)


@pytest.mark.parametrize(
    "asked,found,severity",
    [
        (("ref_1",), ("ref_1",), "warning"),
        (("ref_1", "ref_2"), ("ref_2",), "warning"),
        ((), (), "warning"),
        (("ref_1",), ("ref_1", "ref_2"), "review"),
        (("ref_1",), ("ref_2",), "review"),
        ((), ("ref_1",), "review"),
    ],
)
def test_an_approval_is_about_the_clashes_that_finance_has_seen(
    asked: tuple[str, ...], found: tuple[str, ...], severity: str
) -> None:
    clash = InvoiceFinding("HB-35", "review", "/Invoice", Text("To?", "To?", "Two?"), clashes=others(asked))
    approved = replace(RECEIVED, status="in-review", findings=(clash,), approved_at=AT)
    assert [each.severity for each in approved.after_review((replace(clash, clashes=others(found)),))] == [
        severity
    ]


def others(ids_of_them: tuple[str, ...]) -> tuple[OtherSession, ...]:
    return tuple(OtherSession("refund", each, FIRST) for each in ids_of_them)


def test_what_finance_has_approved_is_said_to_be_approved() -> None:
    doubt = InvoiceFinding("HB-35", "review", "/Invoice", Text("To?", "To?", "Two?"))
    approved = replace(RECEIVED, status="in-review", findings=(doubt,), approved_at=AT)
    assert [each.text for each in approved.after_review((doubt,))] == [APPROVED]


def test_a_judged_invoice_says_what_it_asks_for_and_for_which_sessions() -> None:
    from tests.domain.invoices.rules.test_all_rules import invoice

    judged = RECEIVED.judged("in-review", (), AT, invoice(), OWN)
    assert (judged.amount, judged.due_on) == (Money.of(1800), date(2026, 12, 21))
    assert [(each.booking_id, each.on, each.amount) for each in judged.sessions] == [
        ("bkg_first", FIRST, Money.of(950)),
        ("bkg_second", SECOND, Money.of(850)),
    ]
