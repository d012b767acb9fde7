"""Deciding about a clinic: the member lets us pass a case on to it, says no, or takes the yes back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.consent import Consent, must_be_newest, one_year_on, version_read
from helsebro.claims.consenting.clinic_consent import ClinicConsent, decided_about, replaced_in
from helsebro.claims.consenting.consent_state import ConsentState, after_no
from helsebro.claims.recorded.decider import decider
from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.errors import Refused
from helsebro.ids import ClinicId, PersonId
from helsebro.local_day import local_day

MOST = 50
"""The highest number of clinics that a member decides about in one case."""


@dataclass(frozen=True)
class _Made:
    """How a decision is made: on which text, by whom, when it is stored, and what staff know of it."""

    text_version: str
    by: PersonId
    at: datetime
    evidence: DecisionEvidence | None = None


def decide_about(
    claim: Claim,
    clinic_id: ClinicId,
    given: bool,
    read: str | None,
    by: Caller,
    at: datetime,
    evidence: DecisionEvidence | None = None,
    newest: Consent | None = None,
) -> tuple[Claim, Consent] | None:
    """Returns the claim and the decision after a yes or a no; None when that changes nothing.

    ``read`` is the version of the text that the caller read, if it says so. A yes on a later day renews the
    year, which begins with the ``evidence`` of a recorded one. A no after a yes is a withdrawal. Raises
    ``NotFound`` or ``NotAllowed`` when the caller may not decide, ``DecidedSince`` when the ``newest``
    decision about the clinic is younger than the evidence, ``BadInput`` when another text is to be decided
    on, ``Refused`` about more clinics than ``MOST``.
    """
    by_whom = decider(claim, by, at)
    made = _Made(version_read(claim, "clinic", read, at), by_whom, at, evidence)
    must_be_newest(evidence, newest.made_at if newest else None)
    before = decided_about(claim.clinic_consents, clinic_id) or ClinicConsent(clinic_id, "undecided")
    said_on = local_day(evidence.at if evidence else at, claim.country)
    expires_on = one_year_on(said_on) if given else None
    status: ConsentState = "given" if given else after_no(before.status)
    return _changed(claim, before, ClinicConsent(clinic_id, status, expires_on), made)


def withdraw_from(
    claim: Claim, clinic_id: ClinicId, by: Caller, at: datetime
) -> tuple[Claim, Consent] | None:
    """Returns the claim and the decision after a withdrawal (F4-14); None when nothing was passed on.

    Without a decision of its own the clinic has the consent of the case, so that a withdrawal takes it from
    this clinic alone. Raises ``NotFound`` or ``NotAllowed`` when the caller may not decide.
    """
    claim.must_be_decided_by(by, at)
    before = decided_about(claim.clinic_consents, clinic_id) or ClinicConsent(clinic_id, "undecided")
    covered = before.status == "undecided" and claim.consent == "given"
    if before.status != "given" and not covered:
        return None
    made = _Made(version_read(claim, "clinic", None, at), by.person_id, at)
    return _changed(claim, before, ClinicConsent(clinic_id, "withdrawn"), made)


def _changed(
    claim: Claim, before: ClinicConsent, after: ClinicConsent, how: _Made
) -> tuple[Claim, Consent] | None:
    if before == after:
        return None
    if before.status == "undecided" and len(claim.clinic_consents) >= MOST:
        raise Refused("too-many-clinic-consents", most=MOST)
    decided = replaced_in(claim.clinic_consents, after)
    made = Consent(
        claim.claim_id,
        after.status,
        how.at,
        how.by,
        after.expires_on,
        how.text_version,
        after.clinic_id,
        how.evidence,
    )
    return replace(claim, clinic_consents=decided, version=claim.version + 1), made
