"""Invoices on the embedded stack: accepted, rejected, credited, sent twice, and looked at by finance."""

from __future__ import annotations

from decimal import Decimal

from local.clinic.bill import OTHER_ACCOUNT
from local.journey.steps import until
from tests.journeys.invoices.invoiced_case import InvoicedCase, new_number


def test_a_held_session_is_listed_invoiced_and_paid_once(case: InvoicedCase) -> None:
    def to_invoice() -> list[str]:
        return [item["bookingId"] for item in case.get("/v1/bookings?toInvoice=true").body["items"]]

    assert case.booking_id in to_invoice()
    document = case.document()
    checked = case.clinic.send_invoice(document, preflight=True)
    assert (checked.status, checked.body["status"]) == (200, "accepted")
    assert case.booking_id in to_invoice(), "the check has no effect"

    invoice = case.judged(document, "invoice.accepted")
    assert invoice["status"] == "accepted"
    assert len(case.payables(invoice["invoiceId"])) == 1
    assert case.booking_id not in to_invoice()

    def listed() -> bool:
        items = case.get("/v1/invoices?status=accepted&limit=100").body["items"]
        return invoice["invoiceId"] in [item["invoiceId"] for item in items]

    assert until("the list of invoices", listed)
    answered = case.clinic.get(f"/v1/invoices/{invoice['invoiceId']}/response")
    assert answered.status == 200

    again = case.judged(case.document(), "invoice.rejected")
    assert [each["rule"] for each in again["findings"] if each["severity"] == "fatal"]
    assert case.payables(again["invoiceId"]) == []


def test_a_wrong_invoice_comes_back_with_every_finding_and_is_counted(case: InvoicedCase) -> None:
    path = f"/v1/clinics/{case.clinic.clinic_id}/invoice-findings"

    def rejected() -> int:
        return sum(month["rejected"] for month in case.get(path).body["months"])

    before = rejected()
    wrong = case.document(price=Decimal(4000), currency="NOK")
    checked = case.clinic.send_invoice(wrong, preflight=True).body
    invoice = case.judged(wrong, "invoice.rejected")
    rules = {each["rule"] for each in invoice["findings"]}
    assert len(rules) >= 2
    assert rules == {each["rule"] for each in checked["findings"]}
    assert until("the count of findings", lambda: rejected() == before + 1)


def test_a_credit_note_gives_the_session_back(case: InvoicedCase) -> None:
    number = new_number()
    invoice = case.judged(case.document(number=number), "invoice.accepted")
    note = case.judged(case.document(number=new_number(), credits=number), "invoice.accepted")
    assert note["kind"] == "credit-note"
    assert case.payables(invoice["invoiceId"]) == []
    replaced = case.judged(case.document(), "invoice.accepted")
    assert len(case.payables(replaced["invoiceId"])) == 1


def test_finance_approves_an_invoice_to_another_account(case: InvoicedCase) -> None:
    """Whether an account that is not registered can be approved at all is the register's to say."""
    invoice = case.judged(case.document(OTHER_ACCOUNT), "invoice.in-review")
    assert (invoice["status"], case.payables(invoice["invoiceId"])) == ("in-review", [])
    task = case.task(invoice["invoiceId"])
    assert task["invoice"]["places"] >= 1
    status = case.decide(task, decision="approve")
    if status == 200:
        case.hear("invoice.accepted", invoice["invoiceId"])
        assert len(case.payables(invoice["invoiceId"])) == 1
    else:
        assert status == 422
        assert case.read(invoice["invoiceId"])["status"] == "in-review"


def test_finance_denies_an_invoice_and_the_clinic_reads_why(case: InvoicedCase) -> None:
    invoice = case.judged(case.document(OTHER_ACCOUNT), "invoice.in-review")
    assert case.decide(case.task(invoice["invoiceId"]), decision="deny", reason="account-unknown") == 200
    case.hear("invoice.rejected", invoice["invoiceId"])
    after = case.read(invoice["invoiceId"])
    assert after["status"] == "rejected"
    assert after["findings"][0]["message"].startswith("The payer does not know the account")
    assert case.payables(invoice["invoiceId"]) == []
    assert case.judged(case.document(), "invoice.accepted")["status"] == "accepted"
