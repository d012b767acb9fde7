"""Proposals: asks the engine about a claim, refund or extension and drafts the task for the staff.

The commit that opens the task also stores a record for each question that the engine was asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from helsebro.claims.claim import Claim
from helsebro.decisions import extension_proposal, proposal
from helsebro.decisions.proposal import Basis, Proposed
from helsebro.decisions.record import of_task
from helsebro.ids import ClaimId, ExtensionId, GuaranteeId, RefundId
from helsebro.local_day import local_day
from helsebro.refunds.benefits_used import asked_by
from helsebro.refunds.refund import Refund
from helsebro.tasks.subject import ClaimReview, ExtensionReview, RefundReview, Subject
from helsebro.tasks.task import Task
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.decisions.dynamo_decisions import DynamoDecisions
from helsebro_aws.decisions.trail_view import spoken_in
from helsebro_aws.dynamodb.tables import Operation
from helsebro_aws.guarantees.dynamo_courses import DynamoCourses
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from helsebro_aws.tasks.draft import Draft


@dataclass(frozen=True)
class Proposals:
    """Asks the engine in the language of the case's country, with the person's earlier treatments."""

    claims: DynamoClaims = field(default_factory=DynamoClaims)
    refunds: DynamoRefunds = field(default_factory=DynamoRefunds)
    extensions: DynamoExtensions = field(default_factory=DynamoExtensions)
    guarantees: DynamoGuarantees = field(default_factory=DynamoGuarantees)
    people: DynamoPeople = field(default_factory=DynamoPeople)
    benefits: DynamoBenefits = field(default_factory=DynamoBenefits)
    courses: DynamoCourses = field(default_factory=DynamoCourses)
    decisions: DynamoDecisions = field(default_factory=DynamoDecisions)

    def of_claim(self, ids: Mapping[str, Any]) -> Draft:
        """Returns the draft for the current claim ``claimId``, in its ``round``. Raises ``NotFound``."""
        claim = self.claims.find(ClaimId(ids["claimId"]))
        made = proposal.of_claim(self.basis(claim))
        return self._draft(ClaimReview(claim.claim_id), claim, made, review=int(ids["round"]))

    def of_refund(self, ids: Mapping[str, Any]) -> Draft:
        """Returns the draft for the refund ``refundId`` (every treatment); storing it sets it in review.

        Raises ``NotFound``.
        """
        refund = self.refunds.find(RefundId(ids["refundId"]))
        claim = self.claims.find(refund.claim_id)
        made = proposal.of_refund(refund, self.basis(claim, refund))
        subject = RefundReview(refund.claim_id, refund.refund_id)
        return self._draft(subject, claim, made, self.refunds.replacement(refund, refund.reviewed()))

    def of_extension(self, ids: Mapping[str, Any]) -> Draft:
        """Returns the draft for the extension ``extensionId``; storing it sets it in review.

        A course continues after its guarantee expires; only the clinic's report ends it.
        Raises ``NotFound``.
        """
        extension = self.extensions.find(ExtensionId(ids["extensionId"]))
        claim, guarantee = (
            self.claims.find(extension.claim_id),
            self.guarantees.find(extension.guarantee_id),
        )
        ended = self.courses.has_ended(guarantee.guarantee_id)
        basis = self.basis(claim, going_on=None if ended else guarantee.guarantee_id)
        made = extension_proposal.of_extension(extension, guarantee, basis)
        subject = ExtensionReview(extension.claim_id, extension.extension_id, extension.guarantee_id)
        return self._draft(subject, claim, made, self.extensions.replacement(extension, extension.reviewed()))

    def basis(self, claim: Claim, refund: Refund | None = None, going_on: GuaranteeId | None = None) -> Basis:
        """Returns the facts behind a proposal on the claim, or on a refund of it, as of today.

        ``going_on`` is the guarantee whose course continues even if the guarantee has expired.
        """
        today = local_day(clock.now(), claim.country)
        covers = self.people.covers_on(claim.payer, claim.person_id, {today, *_days(claim, refund)})
        ledger = self.benefits.ledger(claim.payer, claim.person_id)
        if refund:
            ledger = ledger.making_room_for(asked_by(refund))
        if going_on:
            ledger = extension_proposal.going_on(ledger, going_on)
        return Basis(
            claim,
            covers[today],
            today,
            spoken_in(claim.country),
            lambda question: ledger.history(question, today, claim_id=claim.claim_id),
            covers,
        )

    def _draft(
        self, subject: Subject, claim: Claim, made: Proposed, *also: Operation, review: int = 1
    ) -> Draft:
        def stored_with(task: Task) -> list[Operation]:
            records = of_task(task, claim.person_id, made.askings)
            return [*self.decisions.creations(records), *also]

        return Draft(subject, made.proposal, review, stored_with)


def _days(claim: Claim, refund: Refund | None) -> set[date]:
    """Returns the days of the treatments asked about; the policy of each day applies to it."""
    if refund:
        return {billed.on for billed in refund.treatments}
    starts = claim.question.treatment.starts_on
    return {starts} if starts else set()
