"""A clinic as answers show it: its details, and each step of the checklist with its time or null."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.network.clinic import Checklist, Clinic
from helsebro.network.joining.next_step import next_step
from helsebro.network.system_consent import text_of
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro_aws.network.clinic_answer import (
        ChecklistAnswer,
        ClinicAnswer,
        ClinicNextStepAnswer,
    )


def shown(clinic: Clinic, language: str) -> ClinicAnswer:
    """Returns the clinic for itself and for network staff, without secrets and without persons.

    ``language`` is that of the text of its next step.
    """
    answer: ClinicAnswer = {
        "clinicId": clinic.clinic_id,
        "name": clinic.name,
        "cvr": clinic.cvr,
        "country": clinic.country,
        "contact": to_item(clinic.contact),
        "clinicSystem": clinic.clinic_system,
        "status": clinic.status,
        "checklist": checklist_shown(clinic.checklist),
        "nextStep": next_step_shown(clinic, language),
        "paidBy": clinic.paid_by_now,
    }
    if clinic.address:
        answer["address"] = to_item(clinic.address)
    if clinic.details:
        answer["details"] = to_item(clinic.details)
    if clinic.consented_at and clinic.consent_text_version:
        answer["systemConsent"] = {
            "at": to_item(clinic.consented_at),
            "textVersion": clinic.consent_text_version,
            "text": text_of(clinic.consent_text_version)[language],
        }
    if clinic.ending:
        answer["ending"] = to_item(clinic.ending)
    return answer


def checklist_shown(done: Checklist) -> ChecklistAnswer:
    """Returns each step of the checklist with its time, or None."""
    return {
        "applied": to_item(done.applied),
        "systemConnected": to_item(done.system_connected),
        "contractSigned": to_item(done.contract_signed),
        "detailsFilled": to_item(done.details_filled),
        "servicesPublished": to_item(done.services_published),
        "active": to_item(done.active),
    }


def next_step_shown(clinic: Clinic, language: str) -> ClinicNextStepAnswer | None:
    """Returns what the clinic does next, in words; None when nothing is left to do."""
    found = next_step(clinic)
    if found is None:
        return None
    return {"step": found.step, "text": found.text(language, clinic.country)}
