"""Invoices in the ``money`` table: ``{clinicId}`` / ``INVOICE#{invoiceId}``.

Accepting an invoice stores its number (``{clinicId}`` / ``NUMBERED#{year}#{number}``), marks its bookings and
creates its payable in one commit, each on the condition that it was not done before (promise 3). The same
commit changes the reserved sessions to used.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.ids import BookingId, InvoiceId, PayableId
from helsebro.invoices.facts import InvoiceFacts, KnownGuarantee
from helsebro.invoices.finding import InvoiceFinding
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.money import invoiced_money
from helsebro.invoices.original import names_a_person_in
from helsebro.invoices.received_invoice import ReceivedInvoice, clinic_of
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.payments.payable import Payable
from helsebro.payments.payee_register import PayeeNotInForce
from helsebro.payments.statements.statement_line import of_credit_note
from helsebro.receipt import Receipt
from helsebro_aws.bookings.keys import booking_key_within
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, Update, new_event_id, tables
from helsebro_aws.dynamodb.waiting import WAITING, waits_for
from helsebro_aws.invoices.benefits_used import InvoicedBenefits
from helsebro_aws.invoices.dynamo_guesses import DynamoGuesses
from helsebro_aws.invoices.keys import invoice_key, number_key
from helsebro_aws.invoices.paying.payment_tasks import PaymentTasks
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.payments.reports.bank_effect import AlsoStored
from helsebro_aws.payments.statements.dynamo_statements import line_operations
from helsebro_aws.platform import clock

JUDGED = tuple(
    "status kind number payer guaranteeId judgedAt judgedBy country findings attachments clinic amount dueOn "
    "sessions".split()
)
REVIEW = ("taskId", "payTo", "approvedAt")
"""The attributes of an invoice in review; an approval is over once the invoice is judged anew."""

MOST_WITH_TASKS = 80
"""Sessions of a credit note whose commit has room for the tasks that are over; after a larger one, finance
closes them, and that changes nothing."""


class JudgedElsewhere(Conflict):
    """The invoice was judged, or a session or number it needs was taken, since the facts were read."""


class DynamoInvoices:
    """Stores received invoices and their judgements in the ``money`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def receive(self, invoice: ReceivedInvoice, receipt: Receipt) -> None:
        """Stores a new invoice. The event of the same commit puts it in the queue (promise 3)."""
        event = replace(invoice_event("invoice.received", invoice), event_id=new_event_id())
        # Until it is judged the invoice is listed, so that the sweep finds one whose event was lost.
        put = Put(self.tables.settings.money_table, {**_item(invoice), **waits_for(event)})
        self.tables.commit([put], events=[event], receipt=receipt)

    def find(self, invoice_id: InvoiceId) -> ReceivedInvoice:
        """Returns the invoice. Raises ``NotFound``."""
        table = self.tables.settings.money_table
        item = self.tables.get(table, *invoice_key(clinic_of(invoice_id), invoice_id))
        if item is None:
            raise NotFound()
        return invoice_in(item)

    def reject(self, after: ReceivedInvoice, facts: InvoiceFacts | None) -> None:
        """Rejects the invoice and stores its findings. Raises ``JudgedElsewhere``."""
        operations = [self.judgement(after), *self.guessed(after, facts)]
        self.tables.commit(operations, events=[rejected(after)])

    def guessed(self, after: ReceivedInvoice, facts: InvoiceFacts | None) -> list[Update]:
        """Returns the operations that count what the judgement says about the client's number (promise 20).

        They fail with ``JudgedElsewhere`` when the clinic has guessed too often since the facts were read.
        """
        if facts is None or facts.guarantee is None or after.approved_at:
            return []
        return DynamoGuesses(self.tables).counting(
            after.clinic_id,
            facts.guarantee.guarantee_id,
            facts.client.guesses,
            clock.now(),
            is_found=names_a_person_in(after.findings),
            otherwise=JudgedElsewhere(),
            # Without a guess the form of the number told it, and the invoice is rejected all the same.
            is_bounded=facts.client.guesses > 0,
        )

    def accept(self, after: ReceivedInvoice, invoice: Invoice, facts: InvoiceFacts) -> None:
        """Accepts the invoice: marks its sessions as invoiced and creates its payable, once.

        Raises ``JudgedElsewhere``, or ``LedgerChanged`` when the person's ledger changed since it was read.
        Raises ``PayeeNotInForce`` for an account that is not the clinic's own in force, whoever accepts it.
        """
        guarantee, payer, payee = facts.own_guarantee, facts.payer, facts.payee_of(invoice)
        if guarantee is None or payer is None:
            raise ValueError("an invoice without a known guarantee cannot be accepted")
        if payee is None:
            raise PayeeNotInForce()
        payable = after.payable(invoice, guarantee, payer.currency, payee)
        invoiced = {
            line.booking_id: Money.of(line.amount or 0, payer.currency).as_json() for line in invoice.lines
        }
        taken = [
            Update(
                *self._booking(guarantee, booking_id),
                set={"invoicedBy": after.invoice_id, "invoicedAmount": amount},
                when="attribute_not_exists(#invoicedBy) AND attribute_not_exists(#paidOutBy) "
                "AND #status = :held",
                values={":held": "held"},
                otherwise=JudgedElsewhere(),
            )
            for booking_id, amount in invoiced.items()
            if booking_id
        ]
        creation = DynamoPayables(self.tables).creation(payable)
        used = InvoicedBenefits(self.tables).used(after, invoice, facts)
        known = DynamoPayees(self.tables).unchanged(after.clinic_id, facts.payees, JudgedElsewhere())
        guessed = self.guessed(after, facts)
        money = entry_operations(invoiced_money.of_invoice(after, invoice, facts, payable), self.tables)
        changes = [*taken, creation, known, *used, *guessed, *money]
        self._accepted(after, invoice, payable.payable_id, changes)

    def credit(self, after: ReceivedInvoice, invoice: Invoice, facts: InvoiceFacts) -> None:
        """Accepts a credit note: releases the sessions of an earlier invoice and lowers its payable.

        Raises ``Conflict``: ``LedgerChanged`` when the person's ledger changed since it was read.
        """
        guarantee, credited, payer = facts.own_guarantee, facts.credited, facts.payer
        if guarantee is None or credited is None or payer is None:
            raise ValueError("a credit note of an unknown invoice cannot be accepted")
        released = [
            Update(
                *self._booking(guarantee, booking_id),
                remove=("invoicedBy", "invoicedAmount"),
                when="#invoicedBy = :credited",
                values={":credited": credited.invoice_id},
                otherwise=JudgedElsewhere(),
            )
            for booking_id in invoice.booking_ids
        ]
        payable_amount = Money.of(invoice.payable or 0, payer.currency)
        lowered = credited.payable.credited_by(payable_amount)
        replacement = DynamoPayables(self.tables).replacement(credited.payable, lowered)
        given_back = InvoicedBenefits(self.tables).given_back(after, invoice, facts)
        guessed = self.guessed(after, facts)
        shown = self._credited(credited.invoice_id, after.invoice_id, payable_amount)
        entries = invoiced_money.of_credit_note(after, invoice, facts, credited.payable, payable_amount)
        at = after.judged_at or clock.now()
        told = of_credit_note(credited.payable, payable_amount, after.invoice_id, at, payer.country)
        money = [*entry_operations(entries, self.tables), *line_operations(told, self.tables)]
        over, closed = self._over(lowered, at) if len(released) <= MOST_WITH_TASKS else ((), ())
        changes = [*released, replacement, shown, *given_back, *guessed, *money, *over]
        self._accepted(after, invoice, None, changes, closed)

    def _over(self, lowered: Payable, at: datetime) -> AlsoStored:
        return PaymentTasks(self.tables).over_once_credited(lowered, at)

    def _credited(self, invoice_id: InvoiceId, credit_note: InvoiceId, amount: Money) -> Update:
        """Returns the operation that shows on an invoice what credits it.

        Its payable changes in the same commit, so no other credit note comes in between.
        """
        item = to_item(self.find(invoice_id).credited_with(credit_note, amount))
        return Update(
            self.tables.settings.money_table,
            *invoice_key(clinic_of(invoice_id), invoice_id),
            set={name: item[name] for name in ("creditedBy", "credited")},
            when="attribute_exists(#pk)",
            otherwise=JudgedElsewhere(),
        )

    def _accepted(
        self,
        after: ReceivedInvoice,
        invoice: Invoice,
        payable_id: PayableId | None,
        operations: Sequence[Operation],
        told: Sequence[Event] = (),
    ) -> None:
        number: Item = {
            **as_attributes(number_key(after.clinic_id, str(invoice.number), _year(after, invoice))),
            "number": invoice.number,
            "invoiceId": after.invoice_id,
            "payer": after.payer,
            "payableId": payable_id,
            "issuedOn": invoice.issued_on.isoformat() if invoice.issued_on else None,
        }
        table = self.tables.settings.money_table
        taken = Put(table, number, otherwise=JudgedElsewhere())
        judged = self.judgement(after, number=invoice.number, payableId=payable_id)
        event = invoice_event("invoice.accepted", after, guaranteeId=after.guarantee_id, payableId=payable_id)
        self.tables.commit([judged, taken, *operations], events=[event, *told])

    def approval(self, approved: ReceivedInvoice, event: Event) -> Update:
        """Returns the operation that lets an invoice that finance approved wait to be judged anew.

        ``event`` is what its consumer gets. It fails with ``JudgedElsewhere``.
        """
        return self._reviewed(approved, {"approvedAt": to_item(approved)["approvedAt"], **waits_for(event)})

    def denial(self, denied: ReceivedInvoice) -> Update:
        """Returns the operation that rejects an invoice in review; it fails with ``JudgedElsewhere``."""
        item = _item(denied)
        changed = {name: item[name] for name in ("status", "judgedAt", "judgedBy", "country", "findings")}
        return self._reviewed(denied, changed, remove=REVIEW)

    def _reviewed(self, after: ReceivedInvoice, changed: Item, remove: tuple[str, ...] = ()) -> Update:
        return Update(
            self.tables.settings.money_table,
            *invoice_key(after.clinic_id, after.invoice_id),
            set=changed,
            remove=remove,
            when="#status = :asked AND #taskId = :task AND attribute_not_exists(#approvedAt)",
            values={":asked": "in-review", ":task": after.task_id},
            otherwise=JudgedElsewhere(),
        )

    def judgement(self, after: ReceivedInvoice, **more: str | None) -> Update:
        """Returns the operation that stores a judgement of an invoice that waits for it.

        It fails with ``JudgedElsewhere``.
        """
        kept = REVIEW[:2] if after.status == "in-review" else ()
        item = {**_item(after), **more}
        when, values = "#status = :received", {":received": "received"}
        if after.approved_at:
            when = "#status = :asked AND #approvedAt = :approved"
            values = {":asked": "in-review", ":approved": item["approvedAt"]}
        return Update(
            self.tables.settings.money_table,
            *invoice_key(after.clinic_id, after.invoice_id),
            set={name: item[name] for name in (*JUDGED, *kept, *more) if item.get(name) is not None},
            remove=(*WAITING, *(name for name in REVIEW if name not in kept)),
            when=when,
            values=values,
            otherwise=JudgedElsewhere(),
        )

    def _booking(self, guarantee: KnownGuarantee, booking_id: BookingId) -> tuple[str, str, str]:
        return self.tables.settings.cases_table, *booking_key_within(guarantee.claim_id, booking_id)


def _year(after: ReceivedInvoice, invoice: Invoice) -> int:
    return (invoice.issued_on or local_day(after.received_at)).year


def invoice_event(kind: str, invoice: ReceivedInvoice, **more: str | None) -> Event:
    """Returns an event about an invoice, in its clinic's feed."""
    known = {name: value for name, value in more.items() if value}
    if invoice.practitioner_id:
        known["practitionerId"] = invoice.practitioner_id
    data = {"invoiceId": invoice.invoice_id, **known}
    return Event(kind, clock.now(), invoice.payer, data, clinic_id=invoice.clinic_id)


def rejected(invoice: ReceivedInvoice) -> Event:
    """Returns the event of a rejection, with the guarantee where the invoice names one of the clinic."""
    return invoice_event("invoice.rejected", invoice, guaranteeId=invoice.guarantee_id)


def _item(invoice: ReceivedInvoice) -> Item:
    key = as_attributes(invoice_key(invoice.clinic_id, invoice.invoice_id))
    return {**key, **to_item(invoice), "findings": _packed(invoice.findings)}


def invoice_in(item: Item) -> ReceivedInvoice:
    """Returns the invoice that an item of the table stores."""
    return from_item(ReceivedInvoice, {**item, "findings": _unpacked(item["findings"])})


def _packed(findings: Sequence[InvoiceFinding]) -> bytes:
    # An invoice may have thousands of similar findings, and an item holds 400 kB.
    return zlib.compress(json.dumps(to_item(findings), ensure_ascii=False).encode())


def _unpacked(packed: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(zlib.decompress(packed))
    return found
