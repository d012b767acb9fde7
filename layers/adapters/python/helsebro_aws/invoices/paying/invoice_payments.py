"""Invoice payments: what becomes of an invoice when the bank has paid it, or the money came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro.ids import BookingId
from helsebro.invoices.received_invoice import ReceivedInvoice
from helsebro.payments.payable import Payable
from helsebro_aws.bookings.keys import BOOKINGS
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Tables, Update, tables
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.keys import invoice_key
from helsebro_aws.payments.reports.bank_effect import AlsoStored


class InvoicePayments:
    """Marks invoices, and tells the clinic that it is paid."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.invoices = on, DynamoInvoices(on)

    def follow(self, payable: Payable, at: datetime) -> AlsoStored:
        """Returns what stores that an invoice is paid, or accepted again; the commit fails with ``Conflict``
        when it was changed since it was read.
        """
        assert payable.invoice_id, "an invoice's payable names it"
        before = self.invoices.find(payable.invoice_id)
        if payable.status != "paid":
            after = before.unpaid(at)
            return [self._change(before, after)], [_event("invoice.unpaid", after, at)]
        after = before.paid(at)
        sent = replace(
            _event("payment.sent", after, at),
            clinic_id=after.clinic_id,
            data={
                "payableId": payable.payable_id,
                **_ids(after),
                "bookingIds": self._sessions(payable, after),
            },
        )
        return [self._change(before, after)], [_event("invoice.paid", after, at), sent]

    def _sessions(self, payable: Payable, invoice: ReceivedInvoice) -> list[BookingId]:
        rows = self.tables.query_all(
            self.tables.settings.cases_table, case_partition(payable.claim_id), begins=BOOKINGS
        )
        return [BookingId(row["bookingId"]) for row in rows if row.get("invoicedBy") == invoice.invoice_id]

    def _change(self, before: ReceivedInvoice, after: ReceivedInvoice) -> Update:
        item = to_item(after)
        return Update(
            self.tables.settings.money_table,
            *invoice_key(before.clinic_id, before.invoice_id),
            set={name: item[name] for name in ("status", "answeredAt")},
            when="#status = :before",
            values={":before": before.status},
            otherwise=Conflict(),
        )


def _event(happened: str, invoice: ReceivedInvoice, at: datetime) -> Event:
    """Returns an event about an invoice, in no feed: the list of invoices follows it."""
    return Event(happened, at, invoice.payer, _ids(invoice))


def _ids(invoice: ReceivedInvoice) -> dict[str, str]:
    known = {"guaranteeId": invoice.guarantee_id, "practitionerId": invoice.practitioner_id}
    return {"invoiceId": invoice.invoice_id, **{name: value for name, value in known.items() if value}}
