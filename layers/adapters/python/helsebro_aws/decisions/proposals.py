"""Proposals: asks the engine about a claim, refund or extension and drafts the task for the staff.

The commit that opens the task also stores a record for each question that the engine was asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from helsebro.claims.claim import Claim, ClaimChanged
from helsebro.claims.counted_in import WITHOUT_CLINIC
from helsebro.decisions import bill_proposal, extension_proposal, proposal
from helsebro.decisions.proposal import Basis, Proposed
from helsebro.decisions.record import of_task
from helsebro.guarantees.extension import Extension
from helsebro.guarantees.free_sessions import free_sessions
from helsebro.ids import ClaimId, ExtensionId, GuaranteeId, RefundId
from helsebro.local_day import local_day
from helsebro.refunds.benefits_used import asked_by
from helsebro.refunds.case_grants import CaseGrants, grants_of
from helsebro.refunds.open_facts import open_facts
from helsebro.refunds.refund import Refund
from helsebro.tariffs.agreed_fees import agreed_fees
from helsebro.tariffs.fee import Fee
from helsebro.tasks.subject import CaseSubject, ClaimReview, ExtensionReview, RefundReview
from helsebro.tasks.task import Task, TaskReason
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.decisions.dynamo_decisions import DynamoDecisions
from helsebro_aws.dynamodb.tables import Operation
from helsebro_aws.guarantees.dynamo_courses import DynamoCourses
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.platform import clock
from helsebro_aws.policies.cover_versions import unchanged
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs
from helsebro_aws.tasks.draft import Draft


@dataclass(frozen=True)
class Proposals:
    """Asks the engine, with the person's earlier treatments."""

    claims: DynamoClaims = field(default_factory=DynamoClaims)
    refunds: DynamoRefunds = field(default_factory=DynamoRefunds)
    extensions: DynamoExtensions = field(default_factory=DynamoExtensions)
    guarantees: DynamoGuarantees = field(default_factory=DynamoGuarantees)
    people: DynamoPeople = field(default_factory=DynamoPeople)
    benefits: DynamoBenefits = field(default_factory=DynamoBenefits)
    courses: DynamoCourses = field(default_factory=DynamoCourses)
    decisions: DynamoDecisions = field(default_factory=DynamoDecisions)
    tariffs: DynamoTariffs = field(default_factory=DynamoTariffs)

    def of_claim(self, ids: Mapping[str, Any]) -> Draft:
        """Returns the draft for the current claim ``claimId``, in its ``round``. Raises ``NotFound``."""
        claim = self.claims.find(ClaimId(ids["claimId"]))
        subject = ClaimReview(claim.claim_id)
        made = self.of_subject(subject, claim)
        draft = self.draft(subject, claim, made, review=int(ids["round"]))
        reason: TaskReason | None = "reconsidered" if claim.earlier_decisions else None
        return replace(draft, claim_round=claim.round, reason=reason)

    def of_refund(self, ids: Mapping[str, Any]) -> Draft:
        """Returns the draft for the refund ``refundId`` (every treatment); storing it sets it in review.

        Raises ``NotFound``.
        """
        refund = self.refunds.find(RefundId(ids["refundId"]))
        claim = self.claims.find(refund.claim_id)
        subject = RefundReview(refund.claim_id, refund.refund_id)
        made = self._of_refund(refund, claim)
        reviewed = refund.reviewed(open_facts(made.proposal))
        return self.draft(subject, claim, made, self.refunds.replacement(refund, reviewed))

    def of_extension(self, ids: Mapping[str, Any]) -> Draft:
        """Returns the draft for the extension ``extensionId``; storing it sets it in review.

        Raises ``NotFound``.
        """
        extension = self.extensions.find(ExtensionId(ids["extensionId"]))
        claim = self.claims.find(extension.claim_id)
        subject = ExtensionReview(extension.claim_id, extension.extension_id, extension.guarantee_id)
        made = self._of_extension(extension, claim)
        return self.draft(subject, claim, made, self.extensions.replacement(extension, extension.reviewed()))

    def of_subject(self, subject: CaseSubject, claim: Claim) -> Proposed:
        """Returns the engine's answer on the claim, or on a refund or an extension of it, as of now.

        On a complaint it is that on the claim. Raises ``NotFound``.
        """
        if isinstance(subject, RefundReview):
            return self._of_refund(self.refunds.find(subject.refund_id), claim)
        if isinstance(subject, ExtensionReview):
            return self._of_extension(self.extensions.find(subject.extension_id), claim)
        basis = self.basis(claim)
        return _under(basis, proposal.of_claim(basis))

    def _of_refund(self, refund: Refund, claim: Claim) -> Proposed:
        basis = self.basis(claim, refund)
        return _under(basis, bill_proposal.of_refund(refund, basis))

    def _of_extension(self, extension: Extension, claim: Claim) -> Proposed:
        """A course continues after its guarantee expires; only the clinic's report ends it."""
        guarantee = self.guarantees.find(extension.guarantee_id)
        ended = self.courses.has_ended(guarantee.guarantee_id)
        basis = self.basis(claim, going_on=None if ended else guarantee.guarantee_id)
        return _under(basis, extension_proposal.of_extension(extension, guarantee, basis))

    def basis(self, claim: Claim, refund: Refund | None = None, going_on: GuaranteeId | None = None) -> Basis:
        """Returns the facts behind a proposal on the claim, or on a refund of it, as of today.

        ``going_on`` is the guarantee whose course continues even if the guarantee has expired.
        """
        today, is_new = local_day(clock.now(), claim.country), refund is None and going_on is None
        covers = self.people.covers_on(claim.payer, claim.person_id, {today, *_days(claim, refund)})
        version = covers.versions.get(claim.policy_id)
        ledger = self.benefits.ledger(claim.payer, claim.person_id)
        grants = CaseGrants()
        if refund:
            guarantees = self.guarantees.of_claim(claim.claim_id)
            free = free_sessions(guarantees)
            grants = grants_of(claim, ledger, refund.refund_id, free, guarantees)
            ledger = ledger.making_room_for(asked_by(refund, grants), free)
        if going_on:
            ledger = extension_proposal.going_on(ledger, going_on)
        return Basis(
            claim,
            covers.on[today],
            today,
            lambda question: ledger.history(question, today, claim_id=claim.claim_id),
            covers.on,
            grants,
            self._fees(claim, today) if is_new else (),
            str(version) if version else None,
        )

    def _fees(self, claim: Claim, today: date) -> tuple[Fee, ...]:
        """Returns what a session of the claim costs in the network, where it may be granted."""
        treatment = claim.question.treatment
        if treatment.in_network is False or treatment.type in WITHOUT_CLINIC:
            return ()
        own = self.tariffs.of_profession(claim.payer, claim.treatment_type)
        return agreed_fees(own, claim.payer_country, claim.treatment_type, today)

    def draft(
        self, subject: CaseSubject, claim: Claim, made: Proposed, *also: Operation, review: int = 1
    ) -> Draft:
        """Returns the draft of a task with a proposal; ``also`` is stored with the task.

        Storing it fails with ``ClaimChanged`` when the claim or its cover is no longer as it was read.
        """

        def stored_with(task: Task) -> list[Operation]:
            records = of_task(task, claim.person_id, made.askings)
            # A change after the read finds no task yet to propose again, so the engine is asked anew.
            cover = unchanged(claim.payer, claim.person_id, made.cover_version, ClaimChanged())
            return [*self.decisions.creations(records), *also, self.claims.unchanged(claim), *cover]

        return Draft(
            subject,
            made.proposal,
            review,
            claim_version=claim.version,
            cover_version=made.cover_version,
            stored_with=stored_with,
        )


def _under(basis: Basis, made: Proposed) -> Proposed:
    return replace(made, cover_version=basis.cover_version)


def _days(claim: Claim, refund: Refund | None) -> set[date]:
    """Returns the days of the treatments asked about; the policy of each day applies to it."""
    if refund:
        return {billed.on for billed in refund.treatments}
    starts = claim.question.treatment.starts_on
    return {starts} if starts else set()
