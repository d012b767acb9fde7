"""What invoices write into a person's benefit ledger, within the commit that accepts them.

A guarantee that was issued before there was a ledger reserved nothing: its sessions are used all the same.
"""

from __future__ import annotations

from datetime import date

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Purpose
from helsebro.claims.purpose import purpose_of
from helsebro.errors import NotFound
from helsebro.invoices.benefits_used import used_by
from helsebro.invoices.facts import InvoiceFacts, KnownGuarantee
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.received_invoice import ReceivedInvoice
from helsebro.local_day import local_day
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.platform import clock


class InvoicedBenefits:
    """Operations that fail with ``LedgerChanged`` when the ledger was changed in between."""

    def __init__(self, on: Tables = tables) -> None:
        self.benefits, self.claims = DynamoBenefits(on), DynamoClaims(on)

    def used(self, received: ReceivedInvoice, invoice: Invoice, facts: InvoiceFacts) -> list[Operation]:
        """The sessions of an accepted invoice, taken from what their guarantee reserved."""
        guarantee = facts.own_guarantee
        if guarantee is None:
            return []
        ledger = self.benefits.ledger(guarantee.payer, guarantee.person_id)
        purpose = self._purpose(ledger, guarantee)
        use = used_by(received.invoice_id, invoice, facts, purpose, _today(received))
        return self.benefits.replacement(ledger, ledger.consume(use))

    def given_back(self, received: ReceivedInvoice, invoice: Invoice, facts: InvoiceFacts) -> list[Operation]:
        """The sessions that a credit note takes back from an earlier invoice."""
        guarantee, credited = facts.own_guarantee, facts.credited
        if guarantee is None or credited is None:
            return []
        ledger = self.benefits.ledger(guarantee.payer, guarantee.person_id)
        after = ledger.give_back(credited.invoice_id, invoice.booking_ids, _today(received))
        return self.benefits.replacement(ledger, after)

    def _purpose(self, ledger: Ledger, guarantee: KnownGuarantee) -> Purpose:
        reservation = ledger.reservation(guarantee.guarantee_id)
        if reservation:
            return reservation.purpose
        try:
            return purpose_of(self.claims.find(guarantee.claim_id))
        except NotFound:
            return Purpose(guarantee.claim_id)


def _today(received: ReceivedInvoice) -> date:
    return local_day(received.judged_at or clock.now())
