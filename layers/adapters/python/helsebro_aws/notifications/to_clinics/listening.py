"""Listening: whether a system tells the people of a clinic what happens, so that they need no mail."""

from __future__ import annotations

from helsebro.network.clinic import WITHOUT_SYSTEM, Clinic
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.webhooks.keys import ENDPOINTS


def is_told_by_system(clinic: Clinic, on: Tables = tables) -> bool:
    """Returns whether the clinic has a system, or an enabled webhook endpoint; no secret of it is read."""
    if clinic.clinic_system != WITHOUT_SYSTEM:
        return True
    found = on.query_all(on.settings.network_table, clinic.clinic_id, begins=ENDPOINTS)
    return any("disabledAt" not in item for item in found)
