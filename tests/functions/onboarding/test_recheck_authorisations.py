"""Who is due is checked again, also when the register was silent before (F0-11)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from functions.onboarding.recheck_authorisations.handler import TIME_TO_STOP, handler

from helsebro.ids import PractitionerId
from helsebro.local_day import local_day
from helsebro_aws.network.registers.dynamo_register_checks import DynamoRegisterChecks
from helsebro_aws.onboarding.registers.authorisation_register import RegisterUnavailable
from helsebro_aws.onboarding.registers.register_look import RegisterLook
from helsebro_aws.onboarding.registers.register_rounds import MOST_FAULTS, RegisterRounds
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.calls import ask, signed
from tests.builders.clinics.registers import HOLM, NUMBER, GivenRegister, answer, check_of, look_into
from tests.builders.messages.provider_server import ProviderServer
from tests.builders.network import SECRET, clinic_practitioners, set_practitioner, staged

pytestmark = pytest.mark.usefixtures("aws")
SAMPLE = json.loads(Path("events/incoming/onboarding/recheck_authorisations.json").read_text())


class Ending:
    """The context of a call with a number of milliseconds left."""

    def __init__(self, milliseconds: int) -> None:
        self.milliseconds = milliseconds

    def get_remaining_time_in_millis(self) -> int:
        return self.milliseconds


def looked_up(look: RegisterLook, count: int = 1, **changes: Any) -> list[PractitionerId]:
    """Registers practitioners of one clinic and looks each of them up."""
    stage = staged(**{"authorisationId": NUMBER, **changes})
    more = [
        set_practitioner(stage.clinic_id, f"p-{n}", authorisationId=NUMBER).body["practitionerId"]
        for n in range(count - 1)
    ]
    found = [stage.practitioner_id, *more]
    for practitioner_id in found:
        try:
            look.run(practitioner_id)
        except RegisterUnavailable:
            assert check_of(practitioner_id).finding.state == "unavailable"
    return found


def again(look: RegisterLook, at: datetime) -> Any:
    return RegisterRounds(look).run(at, lambda: True)


def test_who_was_not_reached_is_verified_an_hour_later() -> None:
    register = GivenRegister(None)
    look = look_into(register)
    [practitioner_id] = looked_up(look)
    register.found = [HOLM]
    assert again(look, clock.now()) == {"checked": 0, "unavailable": 0}
    later = clock.now() + timedelta(hours=1, seconds=1)
    assert again(look, later) == {"checked": 1, "unavailable": 0}
    assert check_of(practitioner_id).finding.state == "verified"


def test_an_authorisation_that_was_taken_away_is_found_within_a_month() -> None:
    register = GivenRegister()
    look = look_into(register)
    [practitioner_id] = looked_up(look)
    register.found = [replace(HOLM, is_valid=False)]
    assert again(look, clock.now() + timedelta(days=29))["checked"] == 0
    assert again(look, clock.now() + timedelta(days=31))["checked"] == 1
    assert check_of(practitioner_id).finding.differs == ("authorisation",)


def test_a_register_that_is_down_ends_the_round() -> None:
    register = GivenRegister(None)
    look = look_into(register)
    looked_up(look, MOST_FAULTS + 2)
    register.asked.clear()
    result = again(look, clock.now() + timedelta(hours=2))
    assert result == {"checked": 0, "unavailable": MOST_FAULTS}
    assert len(register.asked) == MOST_FAULTS


def test_an_authorisation_to_come_is_looked_up_once_it_has_begun() -> None:
    register, at = GivenRegister(), clock.now()
    begins = local_day(at, "DK") + timedelta(days=10)
    look = look_into(register)
    [practitioner_id] = looked_up(look, authorisedSince=begins.isoformat())
    assert (check_of(practitioner_id).finding.state, register.asked) == ("not-needed", [])
    due = DynamoRegisterChecks().due
    assert due(at + timedelta(days=8), 10) == []
    assert due(at + timedelta(days=11), 10) == [practitioner_id]


def test_who_has_left_is_not_asked_about_and_who_gets_the_key_is_looked_up() -> None:
    register, stage = GivenRegister(), staged(authorisationId=NUMBER)
    look = look_into(register)
    look.run(stage.practitioner_id)
    path = f"/v1/clinics/{stage.clinic_id}/practitioners/{stage.key}"
    left = ask(clinic_practitioners(), signed("DELETE", path, clinic_id=stage.clinic_id, secret=SECRET))
    assert left.status == 204
    later = clock.now() + timedelta(days=31)
    assert [again(look, later)["checked"] for _ in range(2)] == [1, 0]
    assert len(register.asked) == 1
    next_one = set_practitioner(stage.clinic_id, stage.key, authorisationId=NUMBER).body["practitionerId"]
    assert look.run(next_one) == "looked"
    assert check_of(next_one).finding.state == "verified"


def due_now(practitioner_id: PractitionerId) -> None:
    """Makes the next check of a practitioner due."""
    checks, before = DynamoRegisterChecks(), check_of(practitioner_id)
    due = replace(before, next_at=clock.now(), version=before.version + 1)
    checks.tables.commit([checks.change(before, due)])


def test_the_function_checks_who_is_due_and_stops_in_time(register: ProviderServer) -> None:
    [practitioner_id] = looked_up(look_into(GivenRegister()))
    due_now(practitioner_id)
    register.body = answer("stps-withdrawn.xml")
    assert handler(SAMPLE, Ending(TIME_TO_STOP)) == {"checked": 0, "unavailable": 0}
    assert handler(SAMPLE, Ending(TIME_TO_STOP + 1)) == {"checked": 1, "unavailable": 0}
    assert check_of(practitioner_id).task_id
    assert handler(SAMPLE, None) == {"checked": 0, "unavailable": 0}


def test_a_task_ends_when_the_register_answers_otherwise(register: ProviderServer) -> None:
    [practitioner_id] = looked_up(look_into(GivenRegister()))
    due_now(practitioner_id)
    register.body = answer("stps-withdrawn.xml")
    handler(SAMPLE, None)
    task_id = check_of(practitioner_id).task_id
    assert task_id
    assert DynamoTasks().find(task_id).status == "open"
    due_now(practitioner_id)
    register.body = answer("stps-one.xml")
    handler(SAMPLE, None)
    assert check_of(practitioner_id).finding.state == "verified"
    assert DynamoTasks().find(task_id).status == "decided"


def test_where_no_register_is_set_up_the_function_leaves_what_is_known() -> None:
    oslo = {"street": "Storgata 1", "postcode": "0155", "city": "Oslo", "country": "NO"}
    [practitioner_id] = looked_up(look_into(GivenRegister(), "NO"), address=oslo, authorisationId="9108031")
    due_now(practitioner_id)
    assert handler(SAMPLE, None) == {"checked": 1, "unavailable": 0}
    assert check_of(practitioner_id).finding.state == "verified"
