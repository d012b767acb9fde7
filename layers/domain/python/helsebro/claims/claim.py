"""Claim (sag, skadesanmeldelse): an illness or injury of a person, from report to decision (F4-05).

It waits for the member's consent and documents (F4-07), is then reviewed, and ends approved or denied. A
clarifying question sends it back to the member and stops the clock (F4-08).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

from helsebro.caller import CASEWORKER, FINANCE, QUALITY, Caller
from helsebro.claims.mandate import Mandate, Power
from helsebro.coverage.question.question import Question
from helsebro.errors import Conflict, NotAllowed, NotFound
from helsebro.events import Event
from helsebro.ids import ClaimId, PersonId, PolicyId, TaskId
from helsebro.local_day import local_day
from helsebro.tasks.determination import Determination

ClaimStatus = Literal["awaiting-member", "in-review", "clarifying", "approved", "denied", "closed"]
ConsentState = Literal["undecided", "given", "refused", "withdrawn", "expired"]
MissingPart = Literal["consent", "documents"]

STATUSES: tuple[ClaimStatus, ...] = (
    "awaiting-member",
    "in-review",
    "clarifying",
    "approved",
    "denied",
    "closed",
)
SEEN_BY = frozenset({CASEWORKER, FINANCE, QUALITY})


class ClaimChanged(Conflict):
    """Another request changed the claim after it was read."""


class NotInReview(Conflict):
    """Only a claim in review can be decided or clarified."""

    code = "claim-not-in-review"


@dataclass(frozen=True)
class Delay:
    """Why a case does not go on by itself: a workflow failed, and the staff have not yet decided the task."""

    task_id: TaskId
    since: datetime


@dataclass(frozen=True)
class Claim:
    """``question`` is the question of cover: what was reported, and what accepted documents prove.

    ``country`` gives the time zone of its days. ``guardian_until`` is the 15th birthday of a child (F4-20).
    ``documents_needed`` and ``documents_accepted`` hold file types; ``referral_asked_for`` is the kind of
    referral that the treatment needs, and that an accepted referral counts as. The clock starts at
    ``completed_at``, is paused from ``paused_since``, was paused for ``paused_seconds`` before, and stops at
    ``answered_at``. ``round`` counts the reviews; each clarification adds one. ``delays`` are those that the
    staff have not ended, oldest first.
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

    @property
    def missing(self) -> tuple[MissingPart, ...]:
        """What the member still has to provide (F4-07)."""
        has_documents = set(self.documents_needed) <= set(self.documents_accepted)
        required: tuple[tuple[MissingPart, bool], ...] = (
            ("consent", self.consent == "given"),
            ("documents", has_documents),
        )
        return tuple(name for name, is_there in required if not is_there)

    def seen_on(self, day: date) -> Claim:
        """Returns the claim as of a local day: a given consent expires after its year (F4-13)."""
        expires_on = self.consent_expires_on
        if self.consent == "given" and expires_on and day >= expires_on:
            return replace(self, consent="expired")
        return self

    def must_have_decided_consent(self) -> None:
        """Raises ``Conflict`` when the consent is undecided: documents are not accepted before (F4-17)."""
        if self.consent == "undecided":
            raise Conflict("consent-undecided")

    def must_have_consent(self) -> None:
        """Raises ``NotAllowed`` when the consent is not in force: then nothing is passed on (F4-16)."""
        if self.consent != "given":
            raise NotAllowed("consent-required")

    # Who may see and do what

    def may_be_read_by(self, caller: Caller, at: datetime) -> bool:
        """Returns whether the caller may read it.

        Readers are the person, the guardian until the 15th birthday, mandate holders and the payer's staff.
        """
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
        decides = self.guardian_id if self.has_guardian(at) else self.person_id
        if caller.person_id != decides:
            raise NotAllowed("not-yours-to-decide")

    def has_guardian(self, at: datetime) -> bool:
        """Returns whether a guardian decides at this instant; it ends at the birthday's local midnight."""
        until = self.guardian_until
        return bool(self.guardian_id and until and local_day(at, self.country) < until)

    def is_mandated(self, caller: Caller, power: Power, at: datetime) -> bool:
        """Returns whether the caller holds a mandate in force with this power."""
        return any(mandate.allows(caller.person_id, power) for mandate in self.mandates_in_force(at))

    def mandates_in_force(self, at: datetime) -> tuple[Mandate, ...]:
        """Returns the mandates in force at an instant."""
        today = local_day(at, self.country)
        return tuple(mandate for mandate in self.mandates if mandate.is_in_force(today))

    def is_own(self, caller: Caller, at: datetime) -> bool:
        """Returns whether the case is the caller's, or that of a child whose guardian the caller is."""
        if not caller.person_id:
            return False
        if caller.person_id == self.person_id:
            return True
        return caller.person_id == self.guardian_id and self.has_guardian(at)

    # What happens to it

    def with_consent(self, state: ConsentState, expires_on: date | None, at: datetime) -> Claim:
        """Returns the claim with the consent decided; it goes into review when nothing is missing."""
        return self._changed(consent=state, consent_expires_on=expires_on)._completed(at)

    def with_document(self, file_type: str, at: datetime) -> Claim:
        """Returns the claim with an accepted document, and what it proves.

        It goes into review when nothing is missing. A document answers an open clarification, unless it is a
        bill.
        """
        accepted = tuple(sorted({*self.documents_accepted, file_type}))
        question = self.question
        if file_type == "referral":
            proven = replace(question.evidence, referral=self.referral_asked_for)
            question = replace(question, evidence=proven)
        changed = self._changed(documents_accepted=accepted, question=question)
        if self.status == "clarifying" and file_type != "invoice" and not changed.missing:
            return replace(changed.resume(at), version=changed.version)
        return changed._completed(at)

    def with_mandates(self, mandates: tuple[Mandate, ...]) -> Claim:
        """Returns the claim with these mandates instead of its own."""
        return self._changed(mandates=mandates)

    def clarify(self, decision: Determination) -> Claim:
        """Returns the claim with a question to the member; the clock stops (F4-08). Raises ``NotInReview``.

        ``decision`` holds the question until the next review replaces it.
        """
        self._must_be_in_review()
        return self._changed(status="clarifying", decision=decision, paused_since=decision.decided_at)

    def resume(self, at: datetime) -> Claim:
        """Returns the claim after the member's answer: the clock goes on and the next review begins.

        Raises ``NotInReview`` when no clarification is open.
        """
        if self.status != "clarifying" or not self.paused_since:
            raise NotInReview()
        paused = self.paused_seconds + round((at - self.paused_since).total_seconds())
        following = self.round + 1
        return self._changed(status="in-review", paused_since=None, paused_seconds=paused, round=following)

    def approve(self, decision: Determination) -> Claim:
        """Returns the claim as approved (F4-25). Raises ``NotInReview``."""
        self._must_be_in_review()
        return self._changed(status="approved", decision=decision, answered_at=decision.decided_at)

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
    def clarification(self) -> Determination | None:
        """The decision with the question to the member, while it is open (F4-08)."""
        return self.decision if self.status == "clarifying" else None

    def _must_be_in_review(self) -> None:
        if self.status != "in-review":
            raise NotInReview()

    def _completed(self, at: datetime) -> Claim:
        if self.status == "awaiting-member" and not self.missing:
            return replace(self, status="in-review", completed_at=at)
        return self

    def _changed(self, **changes: Any) -> Claim:
        return replace(self, version=self.version + 1, **changes)


def completion(before: Claim, after: Claim, at: datetime) -> list[Event]:
    """Returns the event that starts a review, if ``after`` is in review and ``before`` was not."""
    if after.status != "in-review" or before.status == "in-review":
        return []
    data = {"claimId": after.claim_id, "personId": after.person_id, "round": after.round}
    return [Event("claim.completed", at, after.payer, data)]
