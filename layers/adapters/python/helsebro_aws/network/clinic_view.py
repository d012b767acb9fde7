"""A clinic as answers show it: its details, and each step of the checklist with its time or null."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.network.clinic import Clinic
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro_aws.network.clinic_answer import ClinicAnswer


def shown(clinic: Clinic) -> ClinicAnswer:
    """Returns the clinic for itself and for network staff, without secrets and without persons."""
    done = clinic.checklist
    return {
        "clinicId": clinic.clinic_id,
        "name": clinic.name,
        "cvr": clinic.cvr,
        "country": clinic.country,
        "contact": to_item(clinic.contact),
        "clinicSystem": clinic.clinic_system,
        "status": clinic.status,
        "checklist": {
            "applied": to_item(done.applied),
            "systemConnected": to_item(done.system_connected),
            "contractSigned": to_item(done.contract_signed),
            "detailsFilled": to_item(done.details_filled),
            "servicesPublished": to_item(done.services_published),
            "active": to_item(done.active),
        },
    }
