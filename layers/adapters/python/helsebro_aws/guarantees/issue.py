"""Issuing a guarantee: its paper, then itself with the news of it in one commit.

Killed at any point and run again, it ends with exactly one guarantee, one paper and one event (promise 4):
the guarantee's id is derived from the task, the paper lies under that id and is there before the guarantee.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from helsebro.claims.claim import Claim
from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.guarantees.guarantee import Guarantee, id_for
from helsebro.guarantees.issue import Names, issued
from helsebro.ids import ClaimId, ClinicId, GuaranteeId, TaskId
from helsebro.payer import Payer
from helsebro.tasks.task import Task
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.guarantees.dynamo_guarantees import AlreadyIssued, DynamoGuarantees
from helsebro_aws.guarantees.papers import GuaranteePapers
from helsebro_aws.guarantees.pdf.document import Paper, render
from helsebro_aws.identity.pseudonym import case_reference
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock
from helsebro_aws.platform.settings import settings
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks

SPEAKS = {"DK": "da", "NO": "nb"}
UNDERSTANDS = frozenset({"DK", "NO", "SE"})


def sealed_paper(paper: Paper) -> bytes:
    """The paper as a sealed PDF."""
    from helsebro_aws.guarantees.pdf.seal import seal

    return seal(render(paper))


@dataclass(frozen=True)
class GuaranteeIssue:
    """Everything that issuing touches; ``print_sealed`` makes the paper."""

    claims: DynamoClaims = field(default_factory=DynamoClaims)
    tasks: DynamoTasks = field(default_factory=DynamoTasks)
    guarantees: DynamoGuarantees = field(default_factory=DynamoGuarantees)
    papers: GuaranteePapers = field(default_factory=GuaranteePapers)
    payers: DynamoPayers = field(default_factory=DynamoPayers)
    people: DynamoPeople = field(default_factory=DynamoPeople)
    clinics: DynamoClinics = field(default_factory=DynamoClinics)
    practitioners: DynamoPractitioners = field(default_factory=DynamoPractitioners)
    print_sealed: Callable[[Paper], bytes] = sealed_paper
    id_for: Callable[[TaskId], GuaranteeId] = id_for

    def run(self, claim_id: ClaimId, task_id: TaskId) -> Guarantee:
        """The guarantee of an approved task. Raises ``NotFound``, ``NotApproved``, ``Unavailable``."""
        guarantee_id = self.id_for(task_id)
        known = self.guarantees.known(guarantee_id)
        if known:
            return known
        claim, task = self.claims.find(claim_id), self.tasks.find(task_id)
        payer = self.payers.find(claim.payer)
        names = Names(guarantee_id, case_reference(guarantee_id), self._clinic_of(task))
        guarantee = issued(claim, task, payer, names)
        self.print_paper(guarantee, claim, payer)
        try:
            self.guarantees.issue(guarantee, _news(guarantee))
        except AlreadyIssued:
            return self.guarantees.find(guarantee_id)
        return guarantee

    def print_paper(self, guarantee: Guarantee, claim: Claim, payer: Payer) -> None:
        """Its sealed paper where the one before lay. Raises ``NotFound``, ``Unavailable``."""
        self.papers.keep(guarantee, self.print_sealed(self._paper(guarantee, claim, payer)))

    def _clinic_of(self, task: Task) -> ClinicId | None:
        grant = task.decision.grant if task.decision else None
        if grant is None or grant.clinic_id or not grant.practitioner_id:
            return grant.clinic_id if grant else None
        return self.practitioners.find(grant.practitioner_id).clinic_id

    def _paper(self, guarantee: Guarantee, claim: Claim, payer: Payer) -> Paper:
        places = self.people.insured(claim.payer, claim.person_id)
        insured = next((one for one in places if one.policy_id == claim.policy_id), None)
        if insured is None:
            raise NotFound()
        return Paper(
            guarantee=guarantee,
            payer_name=payer.name,
            person_name=insured.name,
            clinic_name=self.clinics.find(guarantee.clinic_id).name if guarantee.clinic_id else None,
            public_url=settings.public_url,
            language=SPEAKS[payer.country] if insured.country in UNDERSTANDS else "en",
        )


def _news(guarantee: Guarantee) -> Event:
    data = {"guaranteeId": guarantee.guarantee_id, "claimId": guarantee.claim_id}
    return Event("guarantee.issued", clock.now(), guarantee.payer, data, guarantee.clinic_id)
