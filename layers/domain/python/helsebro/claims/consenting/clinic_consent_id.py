"""The id of the consent to a clinic in a case: always the same one for the same two."""

from __future__ import annotations

import hashlib
from typing import NewType

from helsebro import ids
from helsebro.ids import ClaimId, ClinicId

ClinicConsentId = NewType("ClinicConsentId", str)


def clinic_consent_id(claim_id: ClaimId, clinic_id: ClinicId) -> ClinicConsentId:
    """Returns the id, which contains the claim."""
    return ClinicConsentId(ids.within("con", claim_id, hashlib.sha256(clinic_id.encode()).digest()))
