"""The operations of an invoice or a payout on a person's benefit ledger, in the commit that accepts it.

A guarantee that was issued before ledgers existed reserved nothing; its sessions count as used anyway.
"""

from __future__ import annotations

from datetime import date

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Purpose
from helsebro.bookings.booking import Booking
from helsebro.claims.purpose import purpose_of
from helsebro.errors import NotFound
from helsebro.invoices.benefits_used import used_by
from helsebro.invoices.facts import InvoiceFacts, KnownGuarantee, KnownSession
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.payouts.session_payout import use_of
from helsebro.invoices.received_invoice import ReceivedInvoice
from helsebro.local_day import local_day
from helsebro.payments.payable import Payable
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.platform import clock


class InvoicedBenefits:
    """Returns operations that fail with ``LedgerChanged`` when the ledger changed since it was read."""

    def __init__(self, on: Tables = tables) -> None:
        self.benefits, self.claims = DynamoBenefits(on), DynamoClaims(on)

    def used(self, received: ReceivedInvoice, invoice: Invoice, facts: InvoiceFacts) -> list[Operation]:
        """Returns the operations that use an accepted invoice's sessions, taken from their reservation.

        They change the ledger that the rules have read: what was paid since makes the commit fail, so that
        no session is paid twice (promise 27). Raises ``ValueError`` when the facts have no ledger.
        """
        guarantee, ledger = facts.own_guarantee, facts.ledger
        if guarantee is None:
            return []
        if ledger is None:
            raise ValueError("an invoice cannot be accepted without the ledger that its rules have read")
        purpose = self._purpose(ledger, guarantee)
        use = used_by(received.invoice_id, invoice, facts, purpose, _today(received))
        return self.benefits.replacement(ledger, ledger.consume(use))

    def used_by_session(
        self, payable: Payable, session: KnownSession, facts: InvoiceFacts, on: date
    ) -> list[Operation]:
        """Returns the operations that use a session that is paid without an invoice, as ``used`` does."""
        guarantee, ledger = facts.own_guarantee, facts.ledger
        if guarantee is None or ledger is None:
            raise ValueError("a session cannot be paid without the ledger that its rules have read")
        use = use_of(facts, session, payable, self._purpose(ledger, guarantee), on)
        return self.benefits.replacement(ledger, ledger.consume(use))

    def given_back_by_session(self, booking: Booking, payable: Payable, on: date) -> list[Operation]:
        """Returns the operations that give back a session whose payout was withdrawn on a day."""
        ledger = self.benefits.ledger(booking.payer, booking.person_id)
        return self.benefits.replacement(ledger, ledger.give_back(payable.use_id, [booking.booking_id], on))

    def given_back(self, received: ReceivedInvoice, invoice: Invoice, facts: InvoiceFacts) -> list[Operation]:
        """Returns the operations that give back the sessions a credit note credits."""
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
