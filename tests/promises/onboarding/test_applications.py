"""Promises 4 and 5 for applications: one clinic for one form, and one end, wherever a step is killed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.ids import ClinicId
from helsebro_aws.decisions.staff_question import StaffQuestion
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.onboarding.ending import OnboardingEnding
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.reviews import REVIEWS
from tests.builders.claims import outbox_rows
from tests.builders.clinics.applications import Unasked, applied, apply, odd_clinic, received
from tests.builders.clinics.form import form
from tests.builders.decisions import asked
from tests.promises.idempotent_routes import assert_one_effect, at_once, effects
from tests.promises.test_crash import Killed, killed_once

pytestmark = pytest.mark.usefixtures("aws")
NOT_SIGNED = {"decision": "approve", "contract": "expired"}
MOMENTS = ["before", "after"]


def test_fifty_applications_at_once_with_one_key_register_one_clinic(aws: dict[str, Any]) -> None:
    body = form()
    answers = at_once(lambda: apply(body, key="form-1"))
    assert_one_effect(answers, effects(aws)["clinic.applied"])


def test_the_key_of_another_applicant_is_no_way_to_its_answer(aws: dict[str, Any]) -> None:
    mine, other = apply(form(), key="form-1"), apply(form(), key="form-1")
    assert (mine.status, other.status) == (201, 422)
    assert other.body["code"] == "idempotency-key-reused"
    assert mine.body["clinicId"] not in str(other.body)
    assert effects(aws)["clinic.applied"] == 1


@pytest.mark.parametrize("moment", MOMENTS)
def test_an_odd_application_has_one_task_wherever_the_step_is_killed(
    moment: str, aws: dict[str, Any]
) -> None:
    event, waiting = received(odd_clinic()), Unasked()
    tasks = killed_once(DynamoTasks(), "open", moment)
    with pytest.raises(Killed):
        StaffQuestion(tasks=tasks, workflows=waiting).ask(REVIEWS["onboarding"], event, "token-1")  # type: ignore[arg-type]
    task = asked(StaffQuestion(workflows=waiting), REVIEWS["onboarding"], event, "token-2")  # type: ignore[arg-type]
    assert DynamoTasks().stored(task.task_id).token == "token-2"
    assert len(outbox_rows(aws, "task.opened")) == 1


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("part, method", [("clinics", "find"), ("tables", "commit")])
def test_an_onboarding_ends_once_wherever_the_step_is_killed(
    part: str, method: str, moment: str, aws: dict[str, Any]
) -> None:
    clinic_id = applied()
    ending = OnboardingEnding()
    vars(ending)[part] = killed_once(vars(ending)[part], method, moment)
    ids = {"clinicId": clinic_id, **NOT_SIGNED}
    with pytest.raises(Killed):
        ending.run(ids)
    for _ in range(2):
        OnboardingEnding().run(ids)
    clinic = DynamoClinics().find(clinic_id)
    assert (clinic.status, clinic.version) == ("ended", 2)
    assert len(outbox_rows(aws, "onboarding.ended")) == 1


def test_control_an_end_that_does_not_look_at_the_clinic_ends_it_twice(aws: dict[str, Any]) -> None:
    clinic_id = applied()
    ending, before = OnboardingEnding(), DynamoClinics().find(clinic_id)

    class Unchanged:
        """Always finds the clinic as it was, in its newest version."""

        def __getattr__(self, name: str) -> Any:
            return getattr(DynamoClinics(), name)

        def find(self, _: ClinicId) -> Any:
            """The clinic without its end."""
            return replace(before, version=DynamoClinics().find(clinic_id).version)

    vars(ending)["clinics"] = Unchanged()
    for _ in range(2):
        ending.run({"clinicId": clinic_id, **NOT_SIGNED})
    assert len(outbox_rows(aws, "onboarding.ended")) == 2
