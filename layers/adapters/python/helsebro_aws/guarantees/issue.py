"""Issuing a guarantee: stores its paper in each language, then the guarantee and its event in one commit.

Stopped at any point and run again, it ends with exactly one guarantee, one paper a language and one event
(promise 4): the guarantee's id is derived from the task, and the papers are stored under that id before the
guarantee. All languages are printed at once, so that reading a paper costs one link and no printing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from helsebro.claims.claim import Claim, ClaimChanged
from helsebro.claims.consenting.passing_on import is_told
from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.guarantees.guarantee import Guarantee, id_for
from helsebro.guarantees.issue import Names, issued
from helsebro.ids import ClaimId, ClinicId, GuaranteeId, TaskId
from helsebro.local_day import local_day
from helsebro.network.address import Address
from helsebro.network.clinic import Clinic
from helsebro.network.practitioner import Practitioner
from helsebro.tasks.task import Task
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.guarantees.dynamo_guarantees import AlreadyIssued, DynamoGuarantees
from helsebro_aws.guarantees.papers import GuaranteePapers
from helsebro_aws.guarantees.pdf.document import render
from helsebro_aws.guarantees.pdf.paper import Paper
from helsebro_aws.http.problems import LANGUAGES
from helsebro_aws.identity.pseudonym import case_reference
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock
from helsebro_aws.platform.settings import settings
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks

ATTEMPTS = 4
"""Each attempt prints the papers again."""


def sealed_paper(paper: Paper) -> bytes:
    """Returns the paper as a sealed PDF."""
    from helsebro_aws.papers.seal import seal

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
        return retry_on_conflict(lambda: self._issue(claim_id, task_id), ClaimChanged, attempts=ATTEMPTS)

    def _issue(self, claim_id: ClaimId, task_id: TaskId) -> Guarantee:
        claim, task, guarantee_id = self.claims.find(claim_id), self.tasks.find(task_id), self.id_for(task_id)
        payer = self.payers.find(claim.payer)
        names = Names(guarantee_id, case_reference(guarantee_id), self._clinic_of(task))
        guarantee = replace(issued(claim, task, payer, names), paper_languages=LANGUAGES)
        self.print_papers(guarantee, claim)
        try:
            self.guarantees.issue(guarantee, _event(guarantee, claim), self.claims.unchanged(claim))
        except AlreadyIssued:
            return self.guarantees.find(guarantee_id)
        return guarantee

    def print_papers(self, guarantee: Guarantee, claim: Claim) -> None:
        """Stores the guarantee's sealed PDF in each language, or replaces it.

        Raises ``NotFound``, ``Unavailable``.
        """
        paper = self._paper(guarantee, claim)
        for language in LANGUAGES:
            self.papers.store(guarantee, language, self.print_sealed(replace(paper, language=language)))

    def _clinic_of(self, task: Task) -> ClinicId | None:
        grant = task.decision.grant if task.decision else None
        if grant is None or grant.clinic_id or not grant.practitioner_id:
            return grant.clinic_id if grant else None
        return self.practitioners.find(grant.practitioner_id).clinic_id

    def _paper(self, guarantee: Guarantee, claim: Claim) -> Paper:
        enrolments = self.people.insured(claim.payer, claim.person_id)
        insured = next((known for known in enrolments if known.policy_id == claim.policy_id), None)
        if insured is None:
            raise NotFound()
        payer, mark = self.payers.find_with_mark(claim.payer)
        clinic = self.clinics.find(guarantee.clinic_id) if guarantee.clinic_id else None
        named = guarantee.practitioner_id
        practitioner = self.practitioners.find(named) if named else None
        return Paper(
            guarantee=guarantee,
            payer_name=payer.name,
            person_name=insured.name,
            public_url=settings.public_url,
            clinic=clinic,
            practitioner=practitioner,
            address=self._place(clinic, practitioner, guarantee.treatment) if clinic else None,
            cost=claim.question.treatment.cost,
            mark=mark,
        )

    def _place(self, clinic: Clinic, named: Practitioner | None, treatment: str) -> Address | None:
        """Returns where the sessions are held: the place of its practitioners, else the clinic's own address.

        The clinic's own is shown when they are at several places, or when the named one has left; it is None
        until the clinic reports it.
        """
        today = local_day(clock.now(), clinic.country)
        of_clinic = [named] if named else self.practitioners.of_clinic(clinic.clinic_id)
        places = {
            (address.street, address.postcode, address.city): address
            for known in of_clinic
            for address in map(known.address_at, known.places)
            if known.clinic_id == clinic.clinic_id and (known is named or known.offers(treatment, today))
        }
        return next(iter(places.values())) if len(places) == 1 else clinic.address


def _event(guarantee: Guarantee, claim: Claim) -> Event:
    """Returns the event of a new guarantee; its clinic hears of it while the consent is in force."""
    data, told = {"guaranteeId": guarantee.guarantee_id, "claimId": guarantee.claim_id}, guarantee.clinic_id
    return Event("guarantee.issued", clock.now(), guarantee.payer, data, is_told(claim, told))
