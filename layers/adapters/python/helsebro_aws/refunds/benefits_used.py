"""Writes the benefits that refunds use into the benefit ledger, in the commit that decides or ends them.

The operations fail with ``LedgerChanged`` when the ledger has changed since it was read; the caller retries.
"""

from __future__ import annotations

from datetime import date

from helsebro.benefits import caps
from helsebro.benefits.caps import BenefitExceeded
from helsebro.claims.claim import Claim
from helsebro.claims.purpose import purpose_of
from helsebro.refunds.benefits_used import used_by
from helsebro.refunds.refund import Refund
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.policies.dynamo_insured import DynamoPeople


class RefundedBenefits:
    """Uses what a refund pays, never above a cap."""

    def __init__(self, on: Tables = tables) -> None:
        self.benefits, self.people = DynamoBenefits(on), DynamoPeople(on)

    def used(self, claim: Claim, refund: Refund, on: date) -> list[Operation]:
        """Uses what a decided refund pays. Raises ``BenefitExceeded``.

        ``settled`` settles the use when the refund's payable is stored.
        """
        use = used_by(refund, purpose_of(claim), on, settled=False)
        ledger = self.benefits.ledger(claim.payer, claim.person_id)
        cover = self.people.cover_under(claim.payer, claim.person_id, claim.policy_number)
        if cover:
            exceeded = caps.passed_by_refund(claim.question, cover, ledger, use, on)
            if exceeded:
                raise BenefitExceeded([(f"/approved/{index}", room) for index, room in exceeded])
        return self.benefits.replacement(ledger, ledger.consume(use)) if use.sessions else []

    def settled(self, claim: Claim, refund: Refund, on: date) -> list[Operation]:
        """Settles what a refund uses; a refund decided before the ledger existed uses it now."""
        use = used_by(refund, purpose_of(claim), on, settled=True)
        if not use.sessions:
            return []
        ledger = self.benefits.ledger(claim.payer, claim.person_id)
        return self.benefits.replacement(ledger, ledger.consume(use))
