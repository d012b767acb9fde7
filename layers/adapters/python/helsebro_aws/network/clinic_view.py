"""A clinic as answers show it: its details, and each step of the checklist with its time or null."""

from __future__ import annotations

from typing import Any

from helsebro.network.clinic import Clinic
from helsebro_aws.dynamodb.record import to_item

STEPS = ("applied", "systemConnected", "contractSigned", "detailsFilled", "servicesPublished", "active")


def shown(clinic: Clinic) -> dict[str, Any]:
    """Returns the clinic for itself and for network staff, without secrets and without persons."""
    done = to_item(clinic.checklist)
    return {
        "clinicId": clinic.clinic_id,
        "name": clinic.name,
        "cvr": clinic.cvr,
        "country": clinic.country,
        "contact": to_item(clinic.contact),
        "clinicSystem": clinic.clinic_system,
        "status": clinic.status,
        "checklist": {step: done.get(step) for step in STEPS},
    }
