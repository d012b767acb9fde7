"""Passing on: whether what a case holds may be passed on to a clinic (F4-12, F4-14, F4-15).

Every path on which a clinic learns of a client asks here, and none asks the consent of the case alone.
"""

from __future__ import annotations

from helsebro.claims.claim import Claim
from helsebro.claims.consent import ConsentMissing
from helsebro.claims.consenting.clinic_consent import decided_about
from helsebro.claims.consenting.consent_state import ConsentState
from helsebro.errors import Conflict, NotAllowed
from helsebro.ids import ClinicId


class ClinicConsentMissing(Conflict):
    """The member does not let us pass the case on to this clinic, so it is not matched there."""

    code = "clinic-consent-missing"


def state_at(claim: Claim, clinic_id: ClinicId | None) -> ConsentState:
    """Returns the consent as it holds for a clinic: that of the case, unless the one to the clinic says no.

    Without a clinic it is that of the case.
    """
    about = decided_about(claim.clinic_consents, clinic_id)
    return claim.consent if about is None or claim.consent != "given" else about.status


def passes_on(claim: Claim, clinic_id: ClinicId | None) -> bool:
    """Returns whether the case may be passed on to the clinic today."""
    return state_at(claim, clinic_id) == "given"


def clinics_closed(claim: Claim) -> tuple[ClinicId, ...]:
    """Returns the clinics that the member refused or took back by name, or whose own year is over."""
    return tuple(each.clinic_id for each in claim.clinic_consents if each.status != "given")


def must_pass_on(claim: Claim, clinic_id: ClinicId | None) -> None:
    """Raises ``NotAllowed`` unless the case may be passed on to the clinic: no session is booked there."""
    claim.must_have_consent()
    if not passes_on(claim, clinic_id):
        raise NotAllowed("clinic-consent-required")


def must_match(claim: Claim, clinic_id: ClinicId) -> None:
    """Raises ``ConsentMissing`` or ``ClinicConsentMissing`` unless staff may match the client there."""
    if claim.consent != "given":
        raise ConsentMissing()
    if not passes_on(claim, clinic_id):
        raise ClinicConsentMissing()


def is_told(claim: Claim, clinic_id: ClinicId | None) -> ClinicId | None:
    """Returns the clinic that an event about a guarantee is for; None when it may not be told.

    The consent that was there at the approval may be withdrawn before a later step, or its retry, gets here:
    then nothing of the case is passed on.
    """
    return clinic_id if passes_on(claim, clinic_id) else None
