"""Consent (samtykke): lets us obtain and pass on information in a case (F4-12 to F4-16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.consenting.clinic_consent import ConsentState
from helsebro.claims.consenting.consent_text import current_text
from helsebro.errors import Conflict
from helsebro.ids import ClaimId, ClinicId
from helsebro.local_day import local_day


class ConsentMissing(Conflict):
    """The case has no consent in force, so nothing is granted: a guarantee passes information on (F4-12)."""

    code = "consent-missing"


@dataclass(frozen=True)
class Consent:
    """A decision on the consent of a case, or on one to a clinic; earlier ones are kept (promise 23).

    ``decided_by`` is a person id. ``expires_on`` is the first day on which a given consent is no longer in
    force. ``text_version`` is the text that was decided on; a decision from before texts were stored has
    none.
    """

    claim_id: ClaimId
    status: ConsentState
    decided_at: datetime
    decided_by: str
    expires_on: date | None = None
    text_version: str = ""
    clinic_id: ClinicId | None = None


def one_year_on(day: date) -> date:
    """Returns the same day a year later (F4-13); for 29 February it is 28 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def decide(claim: Claim, given: bool, by: Caller, at: datetime) -> tuple[Claim, Consent] | None:
    """Returns the claim and the consent after a yes or a no; None when that changes nothing.

    A yes on a later day renews the year. A no after a yes is a withdrawal. Raises ``NotFound`` or
    ``NotAllowed`` when the caller may not decide.
    """
    claim.must_be_decided_by(by, at)
    if given:
        return _changed(claim, "given", one_year_on(local_day(at, claim.country)), by, at)
    if claim.consent in ("given", "expired", "withdrawn"):
        return _changed(claim, "withdrawn", None, by, at)
    return _changed(claim, "refused", None, by, at)


def withdraw(claim: Claim, by: Caller, at: datetime) -> tuple[Claim, Consent] | None:
    """Returns the claim and the consent after a withdrawal (F4-14); None when no consent was in force.

    Raises ``NotFound`` or ``NotAllowed`` when the caller may not decide.
    """
    claim.must_be_decided_by(by, at)
    return _changed(claim, "withdrawn", None, by, at) if claim.consent == "given" else None


def must_be_in_force(claim: Claim) -> None:
    """Raises ``ConsentMissing`` when a case in review, or one to extend, has no consent in force.

    Only a grant needs one: the staff may deny without it.
    """
    if claim.status in ("in-review", "approved"):
        must_be_given(claim)


def must_be_given(claim: Claim) -> None:
    """Raises ``ConsentMissing`` when a case has no consent in force; a refund is approved with one only."""
    if claim.consent != "given":
        raise ConsentMissing()


def returns(before: Claim, made: Consent) -> bool:
    """Returns whether a decision brings back a consent that a case was without."""
    return made.status == "given" and before.consent != "given"


def _changed(
    claim: Claim, status: ConsentState, expires_on: date | None, by: Caller, at: datetime
) -> tuple[Claim, Consent] | None:
    if (claim.consent, claim.consent_expires_on) == (status, expires_on):
        return None
    version = current_text("case", local_day(at, claim.country)).version
    decided = Consent(claim.claim_id, status, at, by.person_id, expires_on, version)
    return claim.with_consent(status, expires_on, at), decided
