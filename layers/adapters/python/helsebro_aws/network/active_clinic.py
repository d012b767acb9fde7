"""Active clinic: the check of a commit that a clinic takes clients (F0-06)."""

from __future__ import annotations

from helsebro.errors import HelsebroError
from helsebro.ids import ClinicId
from helsebro_aws.dynamodb.operations import Check
from helsebro_aws.identity.keys import clinic_key


def active_clinic(network_table: str, clinic_id: ClinicId, otherwise: HelsebroError) -> Check:
    """Returns the check; the commit fails with ``otherwise`` unless the clinic exists and is active."""
    return Check(network_table, *clinic_key(clinic_id), "#status = :active", {":active": "active"}, otherwise)
