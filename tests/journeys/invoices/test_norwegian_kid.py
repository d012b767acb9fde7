"""A Norwegian clinic's invoice with a KID, from the held session to the file for the payer's bank."""

from __future__ import annotations

from local.clinic.ubl import Payment
from local.demo.payees import NORWEGIAN
from local.demo.people import NORWEGIAN_PAYER
from local.demo.policies import PAY_FROM
from local.journey import treatment
from local.journey.payment import PlayedPayment
from local.journey.people import StackAddresses
from local.journey.steps import Journey
from tests.journeys.invoices.invoiced_case import InvoicedCase
from tests.journeys.invoices.norwegian_case import NorwegianCase, in_bergen

KID, MISTYPED = "12345674", "12345675"
KID_CODE = "30"
"""The code of payment means under which a payment id to a Norwegian account is a KID."""


def test_a_norwegian_invoice_is_paid_with_its_kid(stack: StackAddresses) -> None:
    played = NorwegianCase(in_bergen(stack), Journey(lambda _: None))
    treatment.hold(played.journey, played.stack, played.clinic, played.booking)
    case = InvoicedCase(played)

    def document(kid: str) -> bytes:
        payment = Payment(KID_CODE, NORWEGIAN["accountNumber"], kid)
        parties = {"clinic": played.supplier, "payer": played.customer}
        return case.document(payment, currency="NOK", **parties)

    mistyped = case.clinic.send_invoice(document(MISTYPED), preflight=True).body
    assert mistyped["status"] == "rejected"
    assert ["KID" in each["message"] for each in mistyped["findings"]] == [True]

    invoice = case.judged(document(KID), "invoice.accepted")
    [payable] = case.payables(invoice["invoiceId"])
    assert payable["amount"]["currency"] == "NOK"
    paid = PlayedPayment.of(played.users, {"invoiceId": invoice["invoiceId"]}, own=PAY_FROM[NORWEGIAN_PAYER])
    [transfer] = paid.file.transfers
    assert (transfer.reference, transfer.structured) == (KID, True)
    assert (transfer.amount, transfer.currency) == (payable["amount"]["amount"], "NOK")
