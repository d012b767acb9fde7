"""Issuing a guarantee: stores its paper, then the guarantee and its event in one commit.

Stopped at any point and run again, it ends with exactly one guarantee, one paper and one event (promise 4):
the guarantee's id is derived from the task, and the paper is stored under that id before the guarantee.
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

LANGUAGES = {"DK": "da", "NO": "nb"}
"""The language of a paper by the payer's country."""
SCANDINAVIA = frozenset({"DK", "NO", "SE"})
"""Persons insured elsewhere get the paper in English."""


def sealed_paper(paper: Paper) -> bytes:
    """Returns the paper as a sealed PDF."""
    from helsebro_aws.guarantees.pdf.seal import seal

    return seal(render(paper))


@dataclass(frozen=True)
class GuaranteeIssue:
    """Issues guarantees; ``print_sealed`` returns the PDF of a paper."""

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
        """Issues the guarantee of an approved task and returns it; a second run returns the same.

        Raises ``NotFound``, ``NotApproved``, ``Unavailable``.
        """
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
            self.guarantees.issue(guarantee, _event(guarantee))
        except AlreadyIssued:
            return self.guarantees.find(guarantee_id)
        return guarantee

    def print_paper(self, guarantee: Guarantee, claim: Claim, payer: Payer) -> None:
        """Stores the sealed PDF of the guarantee, or replaces it. Raises ``NotFound``, ``Unavailable``."""
        self.papers.store(guarantee, self.print_sealed(self._paper(guarantee, claim, payer)))

    def _clinic_of(self, task: Task) -> ClinicId | None:
        grant = task.decision.grant if task.decision else None
        if grant is None or grant.clinic_id or not grant.practitioner_id:
            return grant.clinic_id if grant else None
        return self.practitioners.find(grant.practitioner_id).clinic_id

    def _paper(self, guarantee: Guarantee, claim: Claim, payer: Payer) -> Paper:
        enrolments = self.people.insured(claim.payer, claim.person_id)
        insured = next((known for known in enrolments if known.policy_id == claim.policy_id), None)
        if insured is None:
            raise NotFound()
        return Paper(
            guarantee=guarantee,
            payer_name=payer.name,
            person_name=insured.name,
            clinic_name=self.clinics.find(guarantee.clinic_id).name if guarantee.clinic_id else None,
            public_url=settings.public_url,
            language=LANGUAGES[payer.country] if insured.country in SCANDINAVIA else "en",
        )


def _event(guarantee: Guarantee) -> Event:
    data = {"guaranteeId": guarantee.guarantee_id, "claimId": guarantee.claim_id}
    return Event("guarantee.issued", clock.now(), guarantee.payer, data, guarantee.clinic_id)
