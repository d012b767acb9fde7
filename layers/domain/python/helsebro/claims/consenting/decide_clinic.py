"""Deciding about a clinic: the member lets us pass a case on to it, says no, or takes the yes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.consent import Consent, one_year_on, version_read
from helsebro.claims.consenting.clinic_consent import ClinicConsent, decided_about, replaced_in
from helsebro.claims.consenting.consent_state import ConsentState, after_no
from helsebro.errors import Refused
from helsebro.ids import ClinicId
from helsebro.local_day import local_day

MOST = 50
"""The highest number of clinics that a member decides about in one case."""


def decide_about(
    claim: Claim, clinic_id: ClinicId, given: bool, read: str | None, by: Caller, at: datetime
) -> tuple[Claim, Consent] | None:
    """Returns the claim and the decision after a yes or a no; None when that changes nothing.

    ``read`` is the version of the text that the caller read, if it says so. A yes on a later day renews the
    year. A no after a yes is a withdrawal. Raises ``NotFound`` or ``NotAllowed`` when the caller may not
    decide, ``BadInput`` when another text is to be decided on, ``Refused`` about more clinics than ``MOST``.
    """
    claim.must_be_decided_by(by, at)
    text_version = version_read(claim, "clinic", read, at)
    before = decided_about(claim.clinic_consents, clinic_id) or ClinicConsent(clinic_id, "undecided")
    expires_on = one_year_on(local_day(at, claim.country)) if given else None
    status: ConsentState = "given" if given else after_no(before.status)
    return _changed(claim, before, ClinicConsent(clinic_id, status, expires_on), (text_version, by, at))


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
    return _changed(
        claim,
        before,
        ClinicConsent(clinic_id, "withdrawn"),
        (version_read(claim, "clinic", None, at), by, at),
    )


def _changed(
    claim: Claim, before: ClinicConsent, after: ClinicConsent, how: tuple[str, Caller, datetime]
) -> tuple[Claim, Consent] | None:
    if before == after:
        return None
    if before.status == "undecided" and len(claim.clinic_consents) >= MOST:
        raise Refused("too-many-clinic-consents", most=MOST)
    text_version, by, at = how
    decided = replaced_in(claim.clinic_consents, after)
    made = Consent(
        claim.claim_id,
        after.status,
        at,
        by.person_id,
        after.expires_on,
        text_version,
        after.clinic_id,
    )
    return replace(claim, clinic_consents=decided, version=claim.version + 1), made
