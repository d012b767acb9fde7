"""Invoices on the embedded stack: accepted, rejected, credited, doubled, left to finance, and with files."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import typst

from local.clinic.bill import OTHER_ACCOUNT, OWN_ACCOUNT
from local.clinic.ubl import SPECIFICATION, EnclosedFile
from local.demo.http_client import client
from local.journey.payment import PlayedPayment
from local.journey.people import StackAddresses
from local.journey.steps import Journey, until
from tests.journeys.invoices.invoiced_case import InvoicedCase, new_number


def test_a_held_session_is_listed_invoiced_and_paid_once(case: InvoicedCase) -> None:
    def to_invoice() -> list[str]:
        return [item["bookingId"] for item in case.get("/v1/bookings?toInvoice=true").body["items"]]

    assert case.booking_id in to_invoice()
    asked = "KUNDE 4711/2026"
    document = case.document(replace(OWN_ACCOUNT, payment_id=asked))
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

    [transfer] = PlayedPayment.of(case.played.users, {"invoiceId": invoice["invoiceId"]}).file.transfers
    assert transfer.reference == asked, "the clinic's text arrives at the bank"


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


def test_finance_cannot_pay_an_account_that_the_clinic_has_not_registered(case: InvoicedCase) -> None:
    invoice = case.judged(case.document(OTHER_ACCOUNT), "invoice.in-review")
    assert [each["rule"] for each in invoice["findings"]] == ["HB-31"]
    task = case.task(invoice["invoiceId"])
    assert (task["invoice"]["places"], case.decide(task, decision="approve")) == (1, 422)
    assert case.read(invoice["invoiceId"])["status"] == "in-review"
    assert case.payables(invoice["invoiceId"]) == []


def test_finance_denies_an_invoice_and_the_clinic_reads_why(case: InvoicedCase) -> None:
    invoice = case.judged(case.document(OTHER_ACCOUNT), "invoice.in-review")
    assert case.decide(case.task(invoice["invoiceId"]), decision="deny", reason="account-unknown") == 200
    case.hear("invoice.rejected", invoice["invoiceId"])
    after = case.read(invoice["invoiceId"])
    assert after["status"] == "rejected"
    assert after["findings"][0]["message"].startswith("The payer does not know the account")
    assert case.payables(invoice["invoiceId"]) == []
    assert case.judged(case.document(), "invoice.accepted")["status"] == "accepted"


def test_a_session_that_was_missed_and_a_supplement_are_not_paid(case: InvoicedCase) -> None:
    missed = case.document().replace(b">attended<", b">missed<")
    invoice = case.judged(missed, "invoice.rejected")
    assert [each["rule"] for each in invoice["findings"]] == ["HB-12"]
    evening = replace(case.session(), price=Decimal(200), text="Evening")
    invoice = case.judged(case.document(sessions=[case.session(), evening]), "invoice.rejected")
    assert {"HB-06", "HB-10"} <= {each["rule"] for each in invoice["findings"]}


def test_oioubl_without_its_rules_is_refused_with_what_to_send(case: InvoicedCase) -> None:
    oioubl = case.document().replace(SPECIFICATION.encode(), b"OIOUBL-2.1")
    invoice = case.judged(oioubl, "invoice.rejected")
    [refused] = [each for each in invoice["findings"] if each["rule"] == "UBL-PROFILE"]
    assert "Peppol BIS Billing 3.0" in refused["message"]


def test_a_session_that_was_invoiced_is_not_paid_as_a_refund_too(case: InvoicedCase) -> None:
    assert case.judged(case.document(), "invoice.accepted")["status"] == "accepted"
    refund_id = case.ask_refund()
    task = case.refund_task(refund_id)
    shown = case.finance.get(f"/v1/refunds/{refund_id}").json()["treatments"][0]
    assert [each["certainty"] for each in shown["clashes"]] == ["certain"]
    approved = [{"index": 0, "amount": {"amount": "100.00", "currency": "DKK"}}]
    answer = case.decided(task, decision="approve", reason="8.3.2", approved=approved)
    assert (answer.status_code, answer.json()["code"]) == (409, "session-already-paid")


def test_a_file_inside_an_invoice_is_kept_and_fetched_by_clinic_and_finance(case: InvoicedCase) -> None:
    files = (EnclosedFile(typst.compile(b"= Invoice")), EnclosedFile(b"%PDF-1.7 no more", file_name="b.pdf"))
    invoice_id = case.judged(case.document(files=files), "invoice.accepted")["invoiceId"]

    def decided() -> list[str] | None:
        found = [each["status"] for each in case.read(invoice_id)["attachments"]]
        return None if "checking" in found else found

    assert until("the files of the invoice", decided, 90) == ["kept", "dropped"]
    path = f"/v1/invoices/{invoice_id}/attachments/1"
    link = case.finance.get(path)
    assert link.status_code == 303
    assert client().get(link.headers["location"]).content.startswith(b"%PDF")
    assert case.get(path).body.startswith("%PDF"), "the clinic's system follows the link"
    assert case.clinic.get(f"/v1/invoices/{invoice_id}/attachments/2").status == 409


def test_a_session_over_the_guarantee_is_not_paid_and_is_counted(
    case: InvoicedCase, stack: StackAddresses
) -> None:
    path = f"/v1/clinics/{case.clinic.clinic_id}/invoice-findings"

    def outside() -> int:
        return sum(month["outsideGuarantee"] for month in case.get(path).body["months"])

    before = outside()
    another = InvoicedCase.held(stack, Journey(lambda _: None))
    both = case.document(sessions=[case.session(), another.session()])
    invoice = case.judged(both, "invoice.rejected")
    [strange] = [each for each in invoice["findings"] if each["rule"] == "HB-03"]
    assert strange["location"] == "/Invoice/cac:InvoiceLine[2]/cac:DocumentReference/cbc:ID"
    assert case.payables(invoice["invoiceId"]) == []
    assert until("the count outside the guarantee", lambda: outside() == before + 1)
