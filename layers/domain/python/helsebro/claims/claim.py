"""Claim (sag, skadesanmeldelse): an illness or injury of a person, from report to decision (F4-05).

It waits for the member's consent and documents (F4-07), is then reviewed, and ends approved or denied. A
clarifying question sends it back to the member and stops the clock (F4-08).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal, get_args

from helsebro.caller import CASEWORKER, FINANCE, QUALITY, Caller
from helsebro.claims.consenting.clinic_consent import ClinicConsent
from helsebro.claims.consenting.consent_state import ConsentState, state_on
from helsebro.claims.delay import Delay
from helsebro.claims.facts.case_fact import CaseFact, MemberReply, confirmed_by_papers
from helsebro.claims.mandate import Mandate, Power
from helsebro.claims.mandated.held_mandates import held_mandates
from helsebro.claims.missing_parts import MissingPart, missing_parts, with_papers_asked_again
from helsebro.claims.reconsidering.reopening import reopened
from helsebro.claims.triage import Triage
from helsebro.coverage.asked.asked_fact import NeededFact
from helsebro.coverage.question.question import Question
from helsebro.coverage.trail import WRITTEN_FOR
from helsebro.errors import Conflict, NotAllowed, NotFound
from helsebro.ids import ClaimId, PersonId, PolicyId, TaskId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.tasks.determination import Determination, Reopening

ClaimStatus = Literal["awaiting-member", "in-review", "clarifying", "approved", "denied", "closed"]
STATUSES: tuple[ClaimStatus, ...] = get_args(ClaimStatus)
SEEN_BY = frozenset({CASEWORKER, FINANCE, QUALITY})


class ClaimChanged(Conflict):
    """Another request changed the claim after it was read."""


class NotInReview(Conflict):
    """Only a claim in review can be decided or clarified."""

    code = "claim-not-in-review"


@dataclass(frozen=True)
class Claim:
    """``question`` is the question of cover: what was reported, and those of the ``facts`` that count.

    ``country`` gives the time zone of its days, ``home`` is the payer's; None is Denmark. Until
    ``guardian_until``, the 15th birthday of a child (F4-20), its family's guardians decide, ``guardian_id``
    where none is stored. ``documents_*`` hold file types, an accepted referral counts as
    ``referral_asked_for``. The clock starts at ``completed_at``, is paused from ``paused_since``, was paused
    for ``paused_seconds`` before, and stops at ``answered_at``. ``round`` counts the reviews; a clarification
    or triage adds one. The staff have not ended the ``delays`` and ``triages``. ``earlier_decisions`` are the
    denials that were reopened, the last at ``reopened_at`` for the reason ``reopened_for``; all are oldest
    first. The engine needs the ``needed_facts``, ``agreed_price`` is the guarantee's. ``has_news``: an
    answer, or new evidence after a denial, waits for the consent. ``complaints`` are the steps taken about
    the denial in force.
    """

    claim_id: ClaimId
    payer: str
    person_id: PersonId
    policy_id: PolicyId
    policy_number: str
    product: str
    country: str
    status: ClaimStatus
    reported_at: datetime
    version: int
    treatment_type: str
    question: Question
    description: str
    reported_by: str = "member"
    guardian_id: PersonId | None = None
    guardian_until: date | None = None
    consent: ConsentState = "undecided"
    consent_expires_on: date | None = None
    documents_needed: tuple[str, ...] = ()
    referral_asked_for: str = "own-doctor"
    documents_accepted: tuple[str, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    decision: Determination | None = None
    round: int = 1
    completed_at: datetime | None = None
    paused_since: datetime | None = None
    paused_seconds: int = 0
    answered_at: datetime | None = None
    delays: tuple[Delay, ...] | None = None
    triages: tuple[Triage, ...] | None = None
    earlier_decisions: tuple[Determination, ...] = ()
    facts: tuple[CaseFact, ...] = ()
    needed_facts: tuple[NeededFact, ...] = ()
    replies: tuple[MemberReply, ...] = ()
    home: str | None = None
    agreed_price: Money | None = None
    has_news: bool = False
    reopened_at: datetime | None = None
    reopened_for: Reopening | None = None
    clinic_consents: tuple[ClinicConsent, ...] = ()
    complaints: tuple[str, ...] = ()
    complaint_answered_at: datetime | None = None

    @property
    def payer_country(self) -> str:
        """The payer's country."""
        return self.home or WRITTEN_FOR

    @property
    def missing(self) -> tuple[MissingPart, ...]:
        """What the member still has to provide (F4-07)."""
        return missing_parts(self)

    @property
    def waits_for_facts(self) -> bool:
        """Whether a review waits for facts that only the member can state."""
        return any(fact.holds_review for fact in self.asked_of_member)

    @property
    def asked_of_member(self) -> tuple[NeededFact, ...]:
        """The needed facts that only the member can state and has not stated."""
        stated = {fact.path for fact in self.facts}
        needed = (fact for fact in self.needed_facts if fact.path not in stated)
        return tuple(fact for fact in needed if fact.asked_of == "member")

    @property
    def asked_again(self) -> tuple[str, ...]:
        """The paths of an open clarification that have not been answered since it was asked (F4-08)."""
        if (asked := self.clarification) is None:
            return ()
        since = {fact.path for fact in self.facts if fact.stated_at >= asked.decided_at}
        return tuple(path for path in asked.facts or () if path not in since)

    @property
    def first_answered_at(self) -> datetime | None:
        """When it was first approved or denied, also when a denial was reopened since (F4-06)."""
        return self.earlier_decisions[0].decided_at if self.earlier_decisions else self.answered_at

    def seen_on(self, day: date) -> Claim:
        """Returns the claim as of a local day: a given consent expires after its year (F4-13)."""
        clinics, until = tuple(each.seen_on(day) for each in self.clinic_consents), self.consent_expires_on
        return replace(self, consent=state_on(day, self.consent, until), clinic_consents=clinics)

    def must_have_decided_consent(self) -> None:
        """Raises ``Conflict`` when the consent is undecided: documents are not accepted before (F4-17)."""
        if self.consent == "undecided":
            raise Conflict("consent-undecided")

    def must_have_consent(self) -> None:
        """Raises ``NotAllowed`` when the consent is not in force: then nothing is passed on (F4-16)."""
        if self.consent != "given":
            raise NotAllowed("consent-required")

    def may_be_read_by(self, caller: Caller, at: datetime) -> bool:
        """Readers are the person, the guardian until the 15th birthday, mandate holders and payer's staff."""
        if caller.payer:
            return caller.payer == self.payer and bool(caller.rights & SEEN_BY)
        return self.is_own(caller, at) or self.is_mandated(caller, "contact", at)

    def may_be_acted_on_by(self, caller: Caller, at: datetime) -> bool:
        """Returns whether the caller may upload, book or ask for more; a holder needs the power to act."""
        if caller.payer:
            return caller.payer == self.payer and CASEWORKER in caller.rights
        return self.is_own(caller, at) or self.is_mandated(caller, "act", at)

    def must_be_acted_on_by(self, caller: Caller, at: datetime) -> None:
        """Raises ``NotFound`` when the caller may not read it, ``NotAllowed`` when it may only read it."""
        if not self.may_be_read_by(caller, at):
            raise NotFound()
        if not self.may_be_acted_on_by(caller, at):
            raise NotAllowed("mandate-to-contact-only")

    def must_be_decided_by(self, caller: Caller, at: datetime) -> None:
        """Checks who decides on consent and mandates: the person from 15, before that the guardian (F4-20).

        Raises ``NotFound`` when the caller may not read the claim, ``NotAllowed`` when it may not decide.
        """
        if not self.may_be_read_by(caller, at):
            raise NotFound()
        is_own_case = caller.person_id == self.person_id
        if not ((is_own_case and not self.has_guardian(at)) or self.is_guarded_by(caller, at)):
            raise NotAllowed("not-yours-to-decide" if is_own_case else "not-for-a-holder")

    def has_guardian(self, at: datetime) -> bool:
        """Returns whether a guardian decides at this instant; it ends at the birthday's local midnight."""
        until = self.guardian_until
        return bool(until and local_day(at, self.country) < until)

    def is_guarded_by(self, caller: Caller, at: datetime) -> bool:
        """Returns whether the caller is a guardian who decides: one of the child's confirmed family."""
        is_asked = bool(caller.person_id) and self.has_guardian(at)
        is_confirmed = caller.guards(self.person_id, self.payer) if is_asked else False
        return caller.person_id == self.guardian_id if is_confirmed is None else is_confirmed

    def is_mandated(self, caller: Caller, power: Power, at: datetime) -> bool:
        """Returns whether the caller holds a mandate in force with this power."""
        return any(mandate.allows(caller.person_id, power) for mandate in held_mandates(self, caller, at))

    def mandates_in_force(self, at: datetime) -> tuple[Mandate, ...]:
        """Returns the mandates in force at an instant."""
        today = local_day(at, self.country)
        return tuple(mandate for mandate in self.mandates if mandate.is_in_force(today))

    def is_own(self, caller: Caller, at: datetime) -> bool:
        """Returns whether the case is the caller's, or that of a child whose guardian the caller is."""
        return caller.person_id == self.person_id or self.is_guarded_by(caller, at)

    def with_consent(self, state: ConsentState, expires_on: date | None, at: datetime) -> Claim:
        """Returns the claim with the consent decided; it goes into review when nothing is missing."""
        return self._changed(consent=state, consent_expires_on=expires_on).moved_on(at)

    def with_mandates(self, mandates: tuple[Mandate, ...]) -> Claim:
        """Returns the claim with these mandates instead of its own."""
        return self._changed(mandates=mandates)

    def clarify(self, decision: Determination) -> Claim:
        """Returns the claim with a question to the member; the clock stops (F4-08). Raises ``NotInReview``.

        ``decision`` holds the question until the next review replaces it.
        """
        self._must_be_in_review()
        asked = self._changed(status="clarifying", decision=decision, paused_since=decision.decided_at)
        return replace(asked, documents_needed=with_papers_asked_again(asked))

    def resume(self, at: datetime) -> Claim:
        """Returns the claim after the member's answer: the clock goes on and the next review begins.

        Raises ``NotInReview`` when no clarification is open.
        """
        if self.status != "clarifying" or not self.paused_since:
            raise NotInReview()
        paused = self.paused_seconds + round((at - self.paused_since).total_seconds())
        following = self.round + 1
        return self._changed(status="in-review", paused_since=None, paused_seconds=paused, round=following)

    def moved_on(self, at: datetime, *, answers: bool = False, turns: bool = False) -> Claim:
        """Returns the claim as its status requires after a consent, new facts or papers.

        It goes into review when nothing is missing. What ``turns`` the question in review begins a new round.
        What ``answers`` an open clarification resumes the review, and what does either reopens a denial; both
        wait for a consent in force (F4-07).
        """
        if self.status == "awaiting-member" and not self.missing:
            return replace(self, status="in-review", completed_at=at)
        if self.status == "in-review" and turns:
            return replace(self, round=self.round + 1)
        moves = {"clarifying": answers, "denied": answers or turns}.get(self.status)
        if moves is None or not (self.has_news or moves):
            return self
        if "consent" in self.missing or (self.missing and self.status == "clarifying"):
            return replace(self, has_news=True)
        moved = self.resume(at) if self.status == "clarifying" else reopened(self, "evidence", at)
        return replace(moved, version=self.version, has_news=False)

    def approve(self, decision: Determination) -> Claim:
        """Returns the claim as approved (F4-25). Raises ``NotInReview``.

        Its stated facts are confirmed, but for those whose paper has not come.
        """
        self._must_be_in_review()
        facts = confirmed_by_papers(self.facts, self.documents_accepted, decision.by, decision.decided_at)
        answered = replace(self, answered_at=decision.decided_at, facts=facts)
        return answered._changed(status="approved", decision=decision)

    def deny(self, decision: Determination) -> Claim:
        """Returns the claim as denied, with the reasons (F4-26). Raises ``NotInReview``."""
        self._must_be_in_review()
        return self._changed(status="denied", decision=decision, answered_at=decision.decided_at)

    def delayed(self, task_id: TaskId, at: datetime) -> Claim:
        """Returns the claim with a delay until the staff decide this task."""
        return self._changed(delays=(*(self.delays or ()), Delay(task_id, at)))

    def without_delay(self, task_id: TaskId) -> Claim:
        """Returns the claim without the delay of this task; the same claim when it has none."""
        left = tuple(delay for delay in self.delays or () if delay.task_id != task_id)
        return self if left == (self.delays or ()) else self._changed(delays=left or None)

    @property
    def answer(self) -> Determination | None:
        """The approval or the denial in force; None before it, and from a reopening to the next one."""
        made = self.decision
        return made if made and made.outcome != "clarifying" and self.answered_at else None

    @property
    def clarification(self) -> Determination | None:
        """The decision with the question to the member, while it is open (F4-08)."""
        return self.decision if self.status == "clarifying" else None

    def _must_be_in_review(self) -> None:
        if self.status != "in-review":
            raise NotInReview()

    def _changed(self, **changes: Any) -> Claim:
        return replace(self, version=self.version + 1, **changes)
