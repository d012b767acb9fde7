"""Writes the benefits that refunds use into the benefit ledger, in the commit that decides or ends them.

The operations fail with ``LedgerChanged`` when the ledger has changed since it was read; the caller retries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Protocol

from helsebro.benefits import caps
from helsebro.benefits.caps import BenefitExceeded
from helsebro.benefits.use import Use
from helsebro.claims.claim import Claim
from helsebro.claims.purpose import purpose_of
from helsebro.errors import BadInput, HelsebroError
from helsebro.guarantees.free_sessions import free_sessions
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId
from helsebro.refunds.benefits_used import used_by
from helsebro.refunds.case_grants import grants_of
from helsebro.refunds.paid_twice import must_not_pay_twice
from helsebro.refunds.refund import Refund
from helsebro.refunds.used_since import used_since_faults
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits, LedgerChanged
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.policies.dynamo_insured import DynamoPeople

CountsUse = Callable[[Use], Iterable[Operation]]
"""Returns the operations that count the sessions of a use elsewhere, in the same commit."""


def counted_nowhere(_: Use) -> Iterable[Operation]:
    """Returns no operations."""
    return ()


class GuaranteedSessions(Protocol):
    """The sessions of a case's guarantees that a refund may take."""

    changed: type[HelsebroError]
    """The error of a commit when something else took such sessions since they were read."""

    def of_claim(self, claim_id: ClaimId) -> Sequence[Guarantee]:
        """Returns the guarantees of a claim."""

    def booked(self, claim_id: ClaimId, use: Use) -> Use:
        """Returns the use with the bookings that its sessions were held on."""

    def taken(self, use: Use) -> Iterable[Operation]:
        """Returns the operations that count a decided use on its guarantees; they fail with ``changed``."""


class NoGuarantees:
    """Stands for the guarantees where a refund only ends."""

    changed: type[HelsebroError] = LedgerChanged

    def of_claim(self, _: ClaimId) -> Sequence[Guarantee]:
        """Returns no guarantees."""
        return ()

    def booked(self, _: ClaimId, use: Use) -> Use:
        """Returns the use as it is."""
        return use

    def taken(self, _: Use) -> Iterable[Operation]:
        """Returns no operations."""
        return ()


class RefundedBenefits:
    """Uses what a refund pays, never above a cap."""

    def __init__(self, on: Tables = tables, guaranteed: GuaranteedSessions | None = None) -> None:
        self.benefits, self.people = DynamoBenefits(on), DynamoPeople(on)
        self.guaranteed: GuaranteedSessions = guaranteed or NoGuarantees()

    def used(self, claim: Claim, refund: Refund, on: date, *, by_amounts: bool) -> list[Operation]:
        """Uses what a decided refund pays; ``by_amounts`` says that finance named its amounts.

        Sessions of a guarantee that pays a clinic are taken at once, so that no booking takes them too: the
        commit raises the guarantees' ``changed`` when one did since the read. ``settled`` settles the use
        when the refund's payable is stored. Raises ``BenefitExceeded``, and ``BadInput`` without amounts when
        something else has used the grants since it was proposed. Raises ``SessionAlreadyPaid`` for what was
        paid before (promise 27), by what the ledger holds at the commit.
        """
        use = used_by(refund, purpose_of(claim), on, settled=False)
        use = self.guaranteed.booked(claim.claim_id, use)
        ledger = self.benefits.ledger(claim.payer, claim.person_id)
        must_not_pay_twice(refund, ledger)
        guarantees = self.guaranteed.of_claim(claim.claim_id)
        free = free_sessions(guarantees)
        if not by_amounts:
            grants = grants_of(claim, ledger, refund.refund_id, free, guarantees)
            faults = used_since_faults(refund, grants)
            if faults:
                raise BadInput(faults)
        cover = self.people.cover_under(claim.payer, claim.person_id, claim.policy_number)
        if cover:
            exceeded = caps.passed_by_refund(claim.question, cover, ledger, use, on, free)
            if exceeded:
                raise BenefitExceeded([(f"/approved/{index}", room) for index, room in exceeded])
        if not use.sessions:
            return []
        after = ledger.consume(use, free)
        taken = self.guaranteed.taken(after.use(use.use_id) or use)
        return [*self.benefits.replacement(ledger, after), *taken]

    def settled(
        self, claim: Claim, refund: Refund, on: date, counted: CountsUse = counted_nowhere
    ) -> list[Operation]:
        """Settles what a refund uses; a refund decided before the ledger existed uses it now.

        ``counted`` counts the sessions on the guarantees that they were taken from.
        """
        use = used_by(refund, purpose_of(claim), on, settled=True)
        if not use.sessions:
            return []
        ledger = self.benefits.ledger(claim.payer, claim.person_id)
        after = ledger.consume(use)
        return [*self.benefits.replacement(ledger, after), *counted(after.use(use.use_id) or use)]
