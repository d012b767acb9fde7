"""The keys of onboarding in the ``network`` table, in the partition of the clinic."""

from __future__ import annotations

from helsebro.ids import ClinicId
from helsebro_aws.dynamodb.keys import Key


def application_key(clinic_id: ClinicId) -> Key:
    """Returns the key of a clinic's application."""
    return clinic_id, "APPLICATION"


def contract_key(clinic_id: ClinicId) -> Key:
    """Returns the key of a clinic's contract."""
    return clinic_id, "CONTRACT"
