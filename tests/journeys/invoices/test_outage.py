"""An outage of the function that judges invoices: none is lost, none is paid twice (promises 3 and 29)."""

from __future__ import annotations

from local.stack.stack import Stack
from tests.journeys.invoices.broken_consumer import BrokenConsumer
from tests.journeys.invoices.invoiced_case import InvoicedCase


def test_an_invoice_of_an_outage_is_paid_once_after_its_redrive(
    running_stack: Stack, case: InvoicedCase
) -> None:
    consumer = BrokenConsumer(running_stack, "validate_invoice", "invoices")
    with consumer.broken():
        invoice_id = case.send(case.document())
        consumer.await_dead(invoice_id)
        assert case.read(invoice_id)["status"] == "received"
    assert consumer.put_back() >= 1
    case.hear("invoice.accepted", invoice_id)
    assert len(case.payables(invoice_id)) == 1

    # The sweep, or an operator who sends it twice: a judged invoice is not judged again.
    again = case.judged(case.document(), "invoice.rejected")
    assert case.payables(again["invoiceId"]) == []
    assert len(case.payables(invoice_id)) == 1
    assert consumer.put_back() == 0
