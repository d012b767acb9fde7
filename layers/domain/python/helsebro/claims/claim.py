"""Claim (sag, skadesanmeldelse): one illness or injury of one person, from report to decision (F4-05).

It waits for the member until consent and papers are there (F4-07), is then reviewed, and ends approved or
denied; a clarifying question sends it back to the member and stops the clock (F4-08).
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
from helsebro.ids import ClaimId, PersonId, PolicyId
from helsebro.local_day import local_day
from helsebro.tasks.determination import Determination

Status = Literal["awaiting-member", "in-review", "clarifying", "approved", "denied", "closed"]
ConsentState = Literal["undecided", "given", "refused", "withdrawn", "expired"]

STATUSES: tuple[Status, ...] = (
    "awaiting-member",
    "in-review",
    "clarifying",
    "approved",
    "denied",
    "closed",
)
SEEN_BY = frozenset({CASEWORKER, FINANCE, QUALITY})


class ClaimChanged(Conflict):
    """Somebody else changed the claim between our reading and our writing."""


class NotInReview(Conflict):
    """Only a claim in review can be decided or clarified."""

    code = "claim-not-in-review"


@dataclass(frozen=True)
class Claim:
    """A claim as it stands.

    ``question`` is that of cover: what was reported, and what accepted papers prove. ``country``
    names the time zone its days are counted in. ``guardian_until`` is the 15th birthday of a child (F4-20).
    ``documents_needed`` and ``documents_accepted`` hold file types; ``referral_asked_for`` is the kind of
    referral its treatment takes, and what an accepted one counts as. ``completed_at`` started the clock,
    ``paused_since`` and ``paused_seconds`` say how long it stood still, ``answered_at`` ended it.
    ``round`` counts the reviews, one more after each clarification.
    """

    claim_id: ClaimId
    payer: str
    person_id: PersonId
    policy_id: PolicyId
    policy_number: str
    product: str
    country: str
    status: Status
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

    @property
    def missing(self) -> tuple[str, ...]:
        """What the member still owes: ``consent``, ``documents`` (F4-07)."""
        papers = set(self.documents_needed) <= set(self.documents_accepted)
        owed = (("consent", self.consent == "given"), ("documents", papers))
        return tuple(name for name, is_there in owed if not is_there)

    def seen_on(self, day: date) -> Claim:
        """The claim as it reads on a local day: a consent that has run out is no longer given (F4-13)."""
        runs_out = self.consent_expires_on
        if self.consent == "given" and runs_out and day >= runs_out:
            return replace(self, consent="expired")
        return self

    def must_have_decided_consent(self) -> None:
        """Papers wait until the person has decided on the consent (F4-17). Raises ``Conflict``."""
        if self.consent == "undecided":
            raise Conflict("consent-undecided")

    def must_have_consent(self) -> None:
        """Without the case consent in force nothing is passed on (F4-16). Raises ``NotAllowed``."""
        if self.consent != "given":
            raise NotAllowed("consent-required")

    # Who may see and do what

    def may_be_read_by(self, caller: Caller, at: datetime) -> bool:
        """The person, the guardian until the 15th birthday, a holder of a mandate, the payer's staff."""
        if caller.payer:
            return caller.payer == self.payer and bool(caller.rights & SEEN_BY)
        return self.is_own(caller, at) or self.is_mandated(caller, "contact", at)

    def may_be_acted_on_by(self, caller: Caller, at: datetime) -> bool:
        """Whoever may upload, book or ask for more: as for reading, but a mandate must be one to act."""
        if caller.payer:
            return caller.payer == self.payer and CASEWORKER in caller.rights
        return self.is_own(caller, at) or self.is_mandated(caller, "act", at)

    def must_be_acted_on_by(self, caller: Caller, at: datetime) -> None:
        """Raises ``NotFound`` when the caller may not even see it, else ``NotAllowed``."""
        if not self.may_be_read_by(caller, at):
            raise NotFound()
        if not self.may_be_acted_on_by(caller, at):
            raise NotAllowed("mandate-to-contact-only")

    def must_be_decided_by(self, caller: Caller, at: datetime) -> None:
        """Consent and mandates are the person's own to give from 15, before that the guardian's (F4-20).

        Raises ``NotFound`` when the caller may not even see it, else ``NotAllowed``.
        """
        if not self.may_be_read_by(caller, at):
            raise NotFound()
        decides = self.guardian_id if self.has_guardian(at) else self.person_id
        if caller.person_id != decides:
            raise NotAllowed("not-yours-to-decide")

    def has_guardian(self, at: datetime) -> bool:
        """Whether the person is a child whose guardian decides, at an instant (local midnight ends it)."""
        until = self.guardian_until
        return bool(self.guardian_id and until and local_day(at, self.country) < until)

    def is_mandated(self, caller: Caller, power: Power, at: datetime) -> bool:
        """Whether the caller holds a mandate in this case for it that has not lapsed."""
        return any(mandate.allows(caller.person_id, power) for mandate in self.mandates_in_force(at))

    def mandates_in_force(self, at: datetime) -> tuple[Mandate, ...]:
        """The case's mandates that have not lapsed at an instant."""
        today = local_day(at, self.country)
        return tuple(mandate for mandate in self.mandates if mandate.is_in_force(today))

    def is_own(self, caller: Caller, at: datetime) -> bool:
        """Whether it is the caller's own case, or that of a child whose guardian the caller is."""
        if not caller.person_id:
            return False
        if caller.person_id == self.person_id:
            return True
        return caller.person_id == self.guardian_id and self.has_guardian(at)

    # What happens to it

    def with_consent(self, state: ConsentState, expires_on: date | None, at: datetime) -> Claim:
        """The claim with the consent decided; in review if that was all that was missing."""
        return self._changed(consent=state, consent_expires_on=expires_on)._completed(at)

    def with_document(self, file_type: str, at: datetime) -> Claim:
        """The claim with a paper accepted, and what it proves; in review if that was all that was missing.

        A paper that comes while we wait for a clarification is its answer, unless it is a bill.
        """
        papers = tuple(sorted({*self.documents_accepted, file_type}))
        question = self.question
        if file_type == "referral":
            proven = replace(question.evidence, referral=self.referral_asked_for)
            question = replace(question, evidence=proven)
        changed = self._changed(documents_accepted=papers, question=question)
        if self.status == "clarifying" and file_type != "invoice" and not changed.missing:
            return replace(changed.resume(at), version=changed.version)
        return changed._completed(at)

    def with_mandates(self, mandates: tuple[Mandate, ...]) -> Claim:
        """The claim with these mandates and no other."""
        return self._changed(mandates=mandates)

    def clarify(self, decision: Determination) -> Claim:
        """The member is asked something first; the clock stands still (F4-08). Raises ``NotInReview``.

        The question stands in ``decision`` until the next review replaces it.
        """
        self._must_be_in_review()
        return self._changed(status="clarifying", decision=decision, paused_since=decision.decided_at)

    def resume(self, at: datetime) -> Claim:
        """The member has answered: the clock goes on and the next round of review begins."""
        if self.status != "clarifying" or not self.paused_since:
            raise NotInReview()
        paused = self.paused_seconds + round((at - self.paused_since).total_seconds())
        again = self.round + 1
        return self._changed(status="in-review", paused_since=None, paused_seconds=paused, round=again)

    def approve(self, decision: Determination) -> Claim:
        """Approved (F4-25). Raises ``NotInReview``."""
        self._must_be_in_review()
        return self._changed(status="approved", decision=decision, answered_at=decision.decided_at)

    def deny(self, decision: Determination) -> Claim:
        """Denied, with reasons (F4-26). Raises ``NotInReview``."""
        self._must_be_in_review()
        return self._changed(status="denied", decision=decision, answered_at=decision.decided_at)

    @property
    def clarification(self) -> Determination | None:
        """What the member is asked, while we wait for it (F4-08)."""
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
    """The event that starts a review, when the change from ``before`` to ``after`` began one."""
    if after.status != "in-review" or before.status == "in-review":
        return []
    data = {"claimId": after.claim_id, "personId": after.person_id, "round": after.round}
    return [Event("claim.completed", at, after.payer, data)]
