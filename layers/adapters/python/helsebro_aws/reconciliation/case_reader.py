"""Reads all that one case has of money: the ledger's entries, and what they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helsebro.benefits.ledger import Ledger
from helsebro.bookings.booking import Booking
from helsebro.claims.claim import Claim
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId, InvoiceId, PayableId, RefundId
from helsebro.payments.ledger.ledger_entry import LedgerEntry
from helsebro.payments.payable import Payable, id_for_invoice
from helsebro.reconciliation.case_money import CaseMoney
from helsebro.refunds.refund import payable_id_for
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.bookings.keys import BOOKINGS
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.keys import GUARANTEES
from helsebro_aws.payments.keys import payable_key
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger


class CaseReader:
    """Reads cases for a reconciliation, each in five round trips."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.claims, self.entries, self.benefits = DynamoClaims(on), DynamoLedger(on), DynamoBenefits(on)

    def read(self, claim_id: ClaimId) -> CaseMoney:
        """Returns the money of a case. Raises ``NotFound``."""
        claim = self.claims.find(claim_id)
        cases, partition = self.tables.settings.cases_table, case_partition(claim_id)
        entries = self.entries.of_case(claim_id)
        benefits = self.benefits.ledger(claim.payer, claim.person_id)
        guarantees = self.tables.query_all(cases, partition, begins=GUARANTEES)
        bookings = self.tables.query_all(cases, partition, begins=BOOKINGS)
        return CaseMoney(
            claim_id,
            tuple(entries),
            tuple(from_item(Guarantee, item) for item in guarantees),
            tuple(from_item(Booking, item) for item in bookings),
            tuple(self._payables(claim, entries, benefits)),
            benefits,
            claim.policy_id,
        )

    def _payables(self, claim: Claim, entries: Sequence[LedgerEntry], benefits: Ledger) -> Iterator[Payable]:
        """Yields the payables that the entries name, and those that the used benefits were paid by."""
        named = {entry.payable_id for entry in entries if entry.payable_id}
        keys = [payable_key(claim.payer, each) for each in sorted(named | set(_paid_by(claim, benefits)))]
        for item in self.tables.get_many(self.tables.settings.money_table, keys):
            yield from_item(Payable, item)


def _paid_by(claim: Claim, benefits: Ledger) -> Iterator[PayableId]:
    for use in benefits.uses:
        if use.purpose.claim_id != claim.claim_id or not use.settled:
            continue
        if use.source == "refund":
            yield payable_id_for(RefundId(use.use_id))
            continue
        if use.source == "session":
            yield PayableId(use.use_id)
            continue
        for guarantee_id in sorted({each.guarantee_id for each in use.sessions if each.guarantee_id}):
            yield id_for_invoice(guarantee_id, InvoiceId(use.use_id))
