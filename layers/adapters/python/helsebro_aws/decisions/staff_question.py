"""Asking the staff: one task for each review, whatever is retried, and its workflow's newest token.

Step Functions runs the asking step again after a fault, each time with another token, and an event that comes
twice starts two executions. The task's id is derived, hence there is one task, and the token on it is the
newest. Whoever waits with the older one is told to stop; when the task was decided in between, nobody would
ever use the newer one, and the workflow is told at once (promise 7).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from helsebro.claims.claim import Claim
from helsebro.decisions import extension_proposal, proposal
from helsebro.decisions.proposal import Basis, Proposed
from helsebro.decisions.record import of_task
from helsebro.guarantees.extension import Extension
from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day
from helsebro.refunds.benefits_used import asked_by
from helsebro.refunds.refund import Refund
from helsebro.tasks.subject import ClaimReview, ExtensionReview, RefundReview
from helsebro.tasks.task import AlreadyDecided, Task, opened
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
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks, TaskExists
from helsebro_aws.tasks.workflow import WaitingWorkflows


@dataclass(frozen=True)
class Proposals:
    """The engine's word, in the language of the case's country, knowing what the person has had before."""

    claims: DynamoClaims = field(default_factory=DynamoClaims)
    people: DynamoPeople = field(default_factory=DynamoPeople)
    benefits: DynamoBenefits = field(default_factory=DynamoBenefits)
    courses: DynamoCourses = field(default_factory=DynamoCourses)

    def of_claim(self, claim: Claim) -> Proposed:
        """What the engine says of a claim today."""
        return proposal.of_claim(self.basis(claim))

    def of_refund(self, refund: Refund, claim: Claim) -> Proposed:
        """What the engine says of every treatment of a refund on the claim."""
        return proposal.of_refund(refund, self.basis(claim, refund))

    def of_extension(self, extension: Extension, guarantee: Guarantee, claim: Claim) -> Proposed:
        """What the engine says of further sessions under the claim's guarantee.

        That the guarantee expired has not ended the course that is to go on; the clinic's word has.
        """
        ended = self.courses.has_ended(guarantee.guarantee_id)
        basis = self.basis(claim, going_on=None if ended else guarantee.guarantee_id)
        return extension_proposal.of_extension(extension, guarantee, basis)

    def basis(self, claim: Claim, refund: Refund | None = None, going_on: str | None = None) -> Basis:
        """What any proposal on the claim, or on a refund of it, stands on, as of today.

        ``going_on`` is the guarantee whose course goes on although it has expired.
        """
        today = _today(claim)
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


@dataclass(frozen=True)
class StaffQuestion:
    """Everything that asking touches."""

    tasks: DynamoTasks = field(default_factory=DynamoTasks)
    refunds: DynamoRefunds = field(default_factory=DynamoRefunds)
    extensions: DynamoExtensions = field(default_factory=DynamoExtensions)
    guarantees: DynamoGuarantees = field(default_factory=DynamoGuarantees)
    decisions: DynamoDecisions = field(default_factory=DynamoDecisions)
    proposals: Proposals = field(default_factory=Proposals)
    workflows: WaitingWorkflows = field(default_factory=WaitingWorkflows)

    def about_claim(self, claim_id: str, review: int, token: str) -> Task:
        """The task of a claim's review, with the engine's proposal. Raises ``NotFound``."""
        claim = self.proposals.claims.find(claim_id)
        proposed = self.proposals.of_claim(claim)
        task = opened("claims", ClaimReview(claim_id), review, proposed.proposal, clock.now())
        return self.ask(task, token, claim, proposed)

    def about_refund(self, refund_id: str, token: str) -> Task:
        """The task of a refund, which is in review from now on. Raises ``NotFound``."""
        refund = self.refunds.find(refund_id)
        claim = self.proposals.claims.find(refund.claim_id)
        proposed = self.proposals.of_refund(refund, claim)
        subject = RefundReview(refund.claim_id, refund_id)
        task = opened("refunds", subject, 1, proposed.proposal, clock.now())
        return self.ask(task, token, claim, proposed, self.refunds.replacement(refund, refund.reviewed()))

    def about_extension(self, extension_id: str, token: str) -> Task:
        """The task of an extension, which is in review from now on. Raises ``NotFound``."""
        extension = self.extensions.find(extension_id)
        claim, guarantee = (
            self.proposals.claims.find(extension.claim_id),
            self.guarantees.find(extension.guarantee_id),
        )
        proposed = self.proposals.of_extension(extension, guarantee, claim)
        subject = ExtensionReview(extension.claim_id, extension_id, extension.guarantee_id)
        task = opened("extensions", subject, 1, proposed.proposal, clock.now())
        reviewed = self.extensions.replacement(extension, extension.reviewed())
        return self.ask(task, token, claim, proposed, reviewed)

    def ask(self, task: Task, token: str, claim: Claim, proposed: Proposed, *also: Operation) -> Task:
        """Opens a task on a claim, and in the same commit keeps what the engine was asked for it."""
        records = of_task(task, claim.person_id, proposed.askings)
        try:
            self.tasks.open(task, token, [*self.decisions.creations(records), *also])
        except TaskExists:
            self._ask_again(task.task_id, token)
        return task

    def _ask_again(self, task_id: str, token: str) -> None:
        older = self.tasks.token_of(task_id)
        try:
            self.tasks.renew_token(task_id, token)
        except AlreadyDecided:
            self.workflows.go_on(token, self.tasks.find(task_id))
            return
        if older != token:
            self.workflows.stop(older, task_id)


def _days(claim: Claim, refund: Refund | None) -> set[date]:
    """The days of the treatments asked about: the policy is judged by as it stands on each."""
    if refund:
        return {one.on for one in refund.treatments}
    starts = claim.question.treatment.starts_on
    return {starts} if starts else set()


def _today(claim: Claim) -> date:
    return local_day(clock.now(), claim.country)
