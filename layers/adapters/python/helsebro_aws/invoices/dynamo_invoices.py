"""Invoices in the ``money`` table: ``{clinicId}`` / ``INVOICE#{invoiceId}``.

An accepted one holds its number (``{clinicId}`` / ``NUMBER#{number}``), marks its bookings and makes its
payable in the same commit, each on the condition that nobody did so before (promise 3). What was reserved for
its sessions is used from then on.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import Any

from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.invoices.facts import InvoiceFacts, KnownGuarantee
from helsebro.invoices.finding import Finding
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.received_invoice import ReceivedInvoice, clinic_of
from helsebro.money import Money
from helsebro.receipt import Receipt
from helsebro_aws.bookings.keys import booking_key_within
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, Update, tables
from helsebro_aws.invoices.benefits_used import InvoicedBenefits
from helsebro_aws.invoices.keys import invoice_key, number_key
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.platform import clock


class JudgedElsewhere(Conflict):
    """Somebody else judged this invoice, or took a session or number it needs, since it was looked at."""


class DynamoInvoices:
    """Received invoices in the ``money`` table, and what judging one stores."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def receive(self, invoice: ReceivedInvoice, receipt: Receipt) -> None:
        """Keeps a new one. The event of the same commit is what brings it to the queue (promise 3)."""
        put = Put(self.tables.settings.money_table, _item(invoice))
        self.tables.commit([put], events=[_event("invoice.received", invoice)], receipt=receipt)

    def find(self, invoice_id: str) -> ReceivedInvoice:
        """The invoice. Raises ``NotFound``."""
        table = self.tables.settings.money_table
        item = self.tables.get(table, *invoice_key(clinic_of(invoice_id), invoice_id))
        if item is None:
            raise NotFound()
        return _read(item)

    def reject(self, after: ReceivedInvoice) -> None:
        """Stores the findings that keep it from being paid. Raises ``JudgedElsewhere``."""
        self.tables.commit([self._judged(after)], events=[_event("invoice.rejected", after)])

    def accept(self, after: ReceivedInvoice, invoice: Invoice, facts: InvoiceFacts) -> None:
        """Marks the sessions and makes the payable, once for all.

        Raises ``JudgedElsewhere``, or ``LedgerChanged`` when what the person has left changed meanwhile.
        """
        guarantee, payer = facts.own_guarantee, facts.payer
        if guarantee is None or payer is None:
            raise ValueError("an invoice without a known guarantee cannot be accepted")
        payable = after.payable(invoice, guarantee, payer.currency)
        invoiced = {
            line.booking_id: Money.of(line.amount or 0, payer.currency).as_json() for line in invoice.lines
        }
        taken = [
            Update(
                *self._booking(guarantee, booking_id),
                set={"invoicedBy": after.invoice_id, "invoicedAmount": amount},
                when="attribute_not_exists(#invoicedBy) AND #status = :held",
                values={":held": "held"},
                otherwise=JudgedElsewhere(),
            )
            for booking_id, amount in invoiced.items()
            if booking_id
        ]
        creation = DynamoPayables(self.tables).creation(payable)
        used = InvoicedBenefits(self.tables).used(after, invoice, facts)
        self._accepted(after, invoice, payable.payable_id, [*taken, creation, *used])

    def credit(self, after: ReceivedInvoice, invoice: Invoice, facts: InvoiceFacts) -> None:
        """Frees the sessions of an earlier invoice and lowers its payable. Raises ``Conflict``.

        It is a ``LedgerChanged`` when what the person has left changed meanwhile.
        """
        guarantee, credited, payer = facts.own_guarantee, facts.credited, facts.payer
        if guarantee is None or credited is None or payer is None:
            raise ValueError("a credit note of an unknown invoice cannot be accepted")
        freed = [
            Update(
                *self._booking(guarantee, booking_id),
                remove=("invoicedBy", "invoicedAmount"),
                when="#invoicedBy = :credited",
                values={":credited": credited.invoice_id},
                otherwise=JudgedElsewhere(),
            )
            for booking_id in invoice.booking_ids
        ]
        lowered = credited.payable.credited_by(Money.of(invoice.payable or 0, payer.currency))
        replacement = DynamoPayables(self.tables).replacement(credited.payable, lowered)
        given_back = InvoicedBenefits(self.tables).given_back(after, invoice, facts)
        self._accepted(after, invoice, None, [*freed, replacement, *given_back])

    def _accepted(
        self,
        after: ReceivedInvoice,
        invoice: Invoice,
        payable_id: str | None,
        operations: Sequence[Operation],
    ) -> None:
        number: Item = {
            **as_attributes(number_key(after.clinic_id, str(invoice.number))),
            "invoiceId": after.invoice_id,
            "payer": after.payer,
            "payableId": payable_id,
        }
        table = self.tables.settings.money_table
        taken = Put(table, number, otherwise=JudgedElsewhere())
        judged = self._judged(after, number=invoice.number, payableId=payable_id)
        event = _event("invoice.accepted", after, guaranteeId=after.guarantee_id, payableId=payable_id)
        self.tables.commit([judged, taken, *operations], events=[event])

    def _judged(self, after: ReceivedInvoice, **more: str | None) -> Update:
        wanted = ("status", "kind", "payer", "guaranteeId", "judgedAt", "findings")
        item = {**_item(after), **more}
        changed = {name: item[name] for name in (*wanted, *more) if item.get(name) is not None}
        return Update(
            self.tables.settings.money_table,
            *invoice_key(after.clinic_id, after.invoice_id),
            set=changed,
            when="#status = :received",
            values={":received": "received"},
            otherwise=JudgedElsewhere(),
        )

    def _booking(self, guarantee: KnownGuarantee, booking_id: str) -> tuple[str, str, str]:
        return self.tables.settings.cases_table, *booking_key_within(guarantee.claim_id, booking_id)


def _event(happened: str, invoice: ReceivedInvoice, **more: str | None) -> Event:
    named = {name: value for name, value in more.items() if value}
    data = {"invoiceId": invoice.invoice_id, **named}
    return Event(happened, clock.now(), invoice.payer, data, clinic_id=invoice.clinic_id)


def _item(invoice: ReceivedInvoice) -> Item:
    key = as_attributes(invoice_key(invoice.clinic_id, invoice.invoice_id))
    return {**key, **to_item(invoice), "findings": _packed(invoice.findings)}


def _read(item: Item) -> ReceivedInvoice:
    return from_item(ReceivedInvoice, {**item, "findings": _unpacked(item["findings"])})


def _packed(findings: Sequence[Finding]) -> bytes:
    # Thousands of findings are possible, an item holds 400 kB, and they repeat themselves.
    return zlib.compress(json.dumps(to_item(findings), ensure_ascii=False).encode())


def _unpacked(packed: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(zlib.decompress(packed))
    return found
