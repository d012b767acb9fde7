"""Onboarding for tests: the public form, what the staff see of it, and the steps of its workflow."""

from __future__ import annotations

from typing import Any

from helsebro.ids import ClinicId, TaskId
from helsebro_aws.decisions.staff_question import StaffQuestion
from helsebro_aws.tasks.reviews import REVIEWS
from tests.builders.calls import Answered, ask, event, staff
from tests.builders.clinics.form import form
from tests.builders.decisions import Waiting
from tests.builders.network import staged

PATH = "/v1/clinics/applications"
COMPANY = "24260666"
"""A company number that two clinics of a test share."""
REVIEW = REVIEWS["onboarding"]
NETWORK = staff("network", payer=None)


def applications() -> Any:
    """Returns the function's handler."""
    from functions.onboarding.applications.handler import handler

    return handler


def apply(body: Any = None, key: str = "", **changes: Any) -> Answered:
    """Returns the answer to an application."""
    sent = form(**changes) if body is None else body
    return ask(applications(), event("POST", PATH, body=sent, key=key))


def applied(**changes: Any) -> ClinicId:
    """Returns the id of a clinic that has applied."""
    answer = apply(**changes)
    assert answer.status == 201, answer.body
    return ClinicId(answer.body["clinicId"])


def received(clinic_id: ClinicId) -> dict[str, Any]:
    """Returns the event that starts the workflow, as the bus sends it."""
    return {
        "eventId": f"evt_{clinic_id[4:]}",
        "type": "clinic.applied",
        "at": "2026-11-21T10:15:00+00:00",
        "payer": "",
        "data": {"clinicId": clinic_id},
        "clinicId": clinic_id,
    }


class Unasked(Waiting):
    """Also keeps which workflows went on without a task."""

    def go_on_unasked(self, token: str, subject_id: str) -> None:
        """The workflow goes on as after an approval."""
        assert subject_id
        self.told[token] = "unasked"


def reviewed(clinic_id: ClinicId, token: str = "token-1", workflows: Any = None) -> TaskId | None:
    """Returns the id of the task that the workflow's step opens or finds; None when it opens none."""
    workflows = workflows or Unasked()
    task = StaffQuestion(workflows=workflows).ask(REVIEW, received(clinic_id), token)
    return task.task_id if task else None


def odd_clinic() -> ClinicId:
    """Returns the id of a clinic that has applied and whose company has another clinic."""
    staged(clinic_changes={"cvr": COMPANY})
    return applied(cvr=COMPANY)


def odd() -> tuple[ClinicId, TaskId]:
    """Returns an odd clinic and its task."""
    clinic_id = odd_clinic()
    task_id = reviewed(clinic_id)
    assert task_id
    return clinic_id, task_id
