"""Consent (samtykke): lets us obtain and pass on information in a case (F4-12 to F4-16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.consenting.consent_state import ConsentState, after_no
from helsebro.claims.consenting.consent_text import CaseConsentKind, DecidesFor, decided_version
from helsebro.claims.recorded.decider import decider
from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.errors import Conflict
from helsebro.ids import ClaimId, ClinicId
from helsebro.local_day import local_day


class ConsentMissing(Conflict):
    """The case has no consent in force, so nothing is granted: a guarantee passes information on (F4-12)."""

    code = "consent-missing"


class DecidedSince(Conflict):
    """The consent was decided again after the call or the letter that staff want to record."""

    code = "consent-decided-since"


@dataclass(frozen=True)
class Consent:
    """A decision on the consent of a case, or on one to a clinic; earlier ones are kept (promise 23).

    ``decided_by`` is a person id. ``expires_on`` is the first day on which a given consent is no longer in
    force. ``text_version`` is the text that was decided on; a decision from before texts were stored has
    none. ``evidence`` is there when staff recorded the decision for a person who cannot log in (F4-02).
    """

    claim_id: ClaimId
    status: ConsentState
    decided_at: datetime
    decided_by: str
    expires_on: date | None = None
    text_version: str = ""
    clinic_id: ClinicId | None = None
    evidence: DecisionEvidence | None = None

    @property
    def made_at(self) -> datetime:
        """When the person decided, which for a recorded decision is before it was stored."""
        return self.evidence.at if self.evidence else self.decided_at


def one_year_on(day: date) -> date:
    """Returns the same day a year later (F4-13); for 29 February it is 28 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def decide(
    claim: Claim,
    given: bool,
    by: Caller,
    at: datetime,
    evidence: DecisionEvidence | None = None,
    newest: Consent | None = None,
    read: str | None = None,
) -> tuple[Claim, Consent] | None:
    """Returns the claim and the consent after a yes or a no; None when that changes nothing.

    ``read`` is the version of the text that the caller read, if it says so. A yes on a later day renews the
    year. A no after a yes is a withdrawal. The year of a recorded yes begins when the person said or signed
    it. Raises ``NotFound`` or ``NotAllowed`` when the caller may not decide, ``DecidedSince`` when the
    ``newest`` decision is younger than the evidence, ``BadInput`` when another text is to be decided on.
    """
    by_whom, version = decider(claim, by, at), version_read(claim, "case", read, at)
    made = partial(Consent, claim.claim_id, decided_at=at, decided_by=by_whom, text_version=version)
    must_be_newest(evidence, newest.made_at if newest else None)
    if given:
        expires_on = one_year_on(local_day(evidence.at if evidence else at, claim.country))
        return _changed(claim, made(status="given", expires_on=expires_on, evidence=evidence))
    return _changed(claim, made(status=after_no(claim.consent), evidence=evidence))


def must_be_newest(evidence: DecisionEvidence | None, newest_at: datetime | None) -> None:
    """Raises ``DecidedSince`` when a decision of any kind was made again after what staff record."""
    if evidence and newest_at and newest_at > evidence.at:
        raise DecidedSince()


def withdraw(claim: Claim, by: Caller, at: datetime) -> tuple[Claim, Consent] | None:
    """Returns the claim and the consent after a withdrawal (F4-14); None when no consent was in force.

    Raises ``NotFound`` or ``NotAllowed`` when the caller may not decide.
    """
    claim.must_be_decided_by(by, at)
    if claim.consent != "given":
        return None
    version = version_read(claim, "case", None, at)
    return _changed(claim, Consent(claim.claim_id, "withdrawn", at, by.person_id, text_version=version))


def must_be_in_force(claim: Claim) -> None:
    """Raises ``ConsentMissing`` when a case in review, or one to extend, has no consent in force.

    Only a grant needs one: the staff may deny without it.
    """
    if claim.status in ("in-review", "approved"):
        must_be_given(claim)


def must_be_given(claim: Claim) -> None:
    """Raises ``ConsentMissing`` when a case has no consent in force.

    A refund is approved with one only, and no one asks for an extension that could not be granted.
    """
    if claim.consent != "given":
        raise ConsentMissing()


def returns(before: Claim, made: Consent) -> bool:
    """Returns whether a decision brings back a consent that a case was without."""
    return made.status == "given" and before.consent != "given"


def version_read(claim: Claim, kind: CaseConsentKind, read: str | None, at: datetime) -> str:
    """Returns the version of the text that is decided on in a case: a guardian's speaks of the child.

    Raises ``BadInput`` when another one was read.
    """
    decides_for: DecidesFor = "child" if claim.has_guardian(at) else "self"
    return decided_version(kind, read, local_day(at, claim.country), decides_for)


def _changed(claim: Claim, made: Consent) -> tuple[Claim, Consent] | None:
    if (claim.consent, claim.consent_expires_on) == (made.status, made.expires_on):
        return None
    return claim.with_consent(made.status, made.expires_on, made.decided_at), made
