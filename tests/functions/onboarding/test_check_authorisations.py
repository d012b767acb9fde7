"""A practitioner is checked against the authorisation register after each change (F0-11, F0-21)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from functions.onboarding.check_authorisations.handler import handler

from helsebro.local_day import local_day
from helsebro.network.clinic import Checklist
from helsebro.network.registers.register_check import UNVERIFIED_CLOCK, RegisterState
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.network.registers.dynamo_register_checks import DynamoRegisterChecks
from helsebro_aws.onboarding.registers.authorisation_register import RegisterUnavailable
from helsebro_aws.onboarding.registers.register_look import RegisterLook
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.calls import ask, signed, staff
from tests.builders.claims import outbox_rows
from tests.builders.clinics.applications import NETWORK
from tests.builders.clinics.registers import HOLM, NUMBER, GivenRegister, answer, check_of, look_into
from tests.builders.decisions import decide, tasks_in
from tests.builders.events.messages import comes_again, event_of
from tests.builders.messages.provider_server import ProviderServer
from tests.builders.network import (
    SECRET,
    Stage,
    book,
    clinic_practitioners,
    guarantee_of,
    search_rows,
    set_practitioner,
    staged,
)

RAVN = replace(HOLM, name="Bo Ravn")
pytestmark = pytest.mark.usefixtures("aws")


def authorised(**changes: Any) -> Stage:
    return staged(**{"authorisationId": NUMBER, **changes})


def outcomes(aws: dict[str, Any]) -> list[str]:
    rows = sorted(outbox_rows(aws, "practitioner.checked"), key=lambda row: str(row["pk"]["S"]))
    return [row["data"]["M"]["outcome"]["S"] for row in rows]


def tasks() -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = tasks_in("network", NETWORK).body["items"]
    return items


def in_time(stage: Stage, kind: str = UNVERIFIED_CLOCK) -> list[str]:
    """Lets a clock of the practitioner come to its end."""
    return comes_again(handler, event_of("deadline.reached", kind=kind, practitionerId=stage.practitioner_id))


def test_a_registered_practitioner_is_looked_up_and_verified(
    register: ProviderServer, aws: dict[str, Any]
) -> None:
    stage = authorised()
    happened = event_of("practitioner.registered", practitionerId=stage.practitioner_id)
    assert [comes_again(handler, happened) for _ in range(2)] == [[], []]
    assert check_of(stage.practitioner_id).finding.state == "verified"
    assert (register.calls, outcomes(aws), tasks()) == (1, ["verified"], [])


def test_a_mismatch_becomes_one_task_that_names_the_fields_and_no_values(
    register: ProviderServer, aws: dict[str, Any]
) -> None:
    register.body = answer("stps-withdrawn.xml")
    stage = authorised(name="Bo Ravn")
    for kind in ("practitioner.registered", "practitioner.changed"):
        assert comes_again(handler, event_of(kind, practitionerId=stage.practitioner_id)) == []
    [task] = tasks()
    assert task["subject"] == {"clinicId": stage.clinic_id, "practitionerId": stage.practitioner_id}
    assert task["reason"] == "authorisation-unverified"
    assert task["register"] == {"state": "mismatch", "differs": ["name", "authorisation"]}
    assert outcomes(aws) == ["mismatch"]


def test_a_register_that_does_not_answer_brings_the_message_again_and_verifies_no_one(
    register: ProviderServer, aws: dict[str, Any]
) -> None:
    register.status = 503
    stage = authorised()
    happened = event_of("practitioner.registered", practitionerId=stage.practitioner_id)
    assert [comes_again(handler, happened) for _ in range(2)] == [["0"], ["0"]]
    assert check_of(stage.practitioner_id).finding.state == "unavailable"
    assert outcomes(aws) == ["unverified"]
    register.status = 200
    assert comes_again(handler, happened) == []
    assert outcomes(aws) == ["unverified", "verified"]


def test_who_is_still_unverified_after_the_clock_becomes_a_task_once(register: ProviderServer) -> None:
    register.body = answer("stps-none.xml")
    stage = authorised()
    comes_again(handler, event_of("practitioner.registered", practitionerId=stage.practitioner_id))
    assert tasks() == []
    assert [in_time(stage) for _ in range(2)] == [[], []]
    [task] = tasks()
    assert task["register"] == {"state": "not-found", "differs": []}


def test_a_practitioner_in_norway_waits_where_its_register_is_not_set_up() -> None:
    oslo = {"street": "Storgata 1", "postcode": "0155", "city": "Oslo", "country": "NO"}
    stage = authorised(address=oslo, authorisationId="9108031")
    happened = event_of("practitioner.registered", practitionerId=stage.practitioner_id)
    assert comes_again(handler, happened) == []
    assert check_of(stage.practitioner_id).finding.state == "unavailable"


def test_another_clock_and_a_practitioner_who_is_gone_change_nothing(register: ProviderServer) -> None:
    stage = authorised()
    gone = event_of("practitioner.changed", practitionerId="prc_aaaaaaaaaaaaaaaa")
    assert comes_again(handler, gone) == []
    assert in_time(stage, "contract-expiry") == []
    assert look_into(GivenRegister()).escalate(gone["data"]["practitionerId"]) is False
    assert (register.calls, tasks()) == (0, [])


def test_an_authorisation_without_its_number_waits_for_the_clock(aws: dict[str, Any]) -> None:
    stage, register = staged(), GivenRegister()
    look_into(register).run(stage.practitioner_id)
    assert (check_of(stage.practitioner_id).finding.state, register.asked) == ("not-checked", [])
    assert outcomes(aws) == ["unverified"]
    assert in_time(stage) == []
    assert [task["register"]["state"] for task in tasks()] == ["not-checked"]


def test_a_register_that_is_not_set_up_waits_for_the_clock_without_coming_again() -> None:
    stage = authorised()
    assert look_into(GivenRegister(), "NO").run(stage.practitioner_id) == "looked"
    assert check_of(stage.practitioner_id).finding.state == "unavailable"


def test_who_states_no_authorisation_is_not_checked(aws: dict[str, Any]) -> None:
    stage, register = authorised(authorised=False), GivenRegister()
    assert look_into(register).run(stage.practitioner_id) == "known"
    assert DynamoRegisterChecks().known(stage.practitioner_id) is None
    assert (register.asked, outcomes(aws)) == ([], [])


def test_who_no_longer_states_an_authorisation_leaves_the_clock(aws: dict[str, Any]) -> None:
    stage, look = authorised(), look_into(GivenRegister(()))
    look.run(stage.practitioner_id)
    set_practitioner(stage.clinic_id, stage.key, authorisationId=NUMBER, authorised=False)
    look.run(stage.practitioner_id)
    assert outcomes(aws) == ["unverified", "not-needed"]
    assert in_time(stage) == []
    assert tasks() == []


def test_only_a_change_of_what_the_register_confirms_is_looked_up_again() -> None:
    stage, register = authorised(), GivenRegister()
    look = look_into(register)
    look.run(stage.practitioner_id)
    for changes in ({"weeklyCapacity": 5}, {"name": "Bo Ravn"}):
        set_practitioner(stage.clinic_id, stage.key, authorisationId=NUMBER, **changes)
        look.run(stage.practitioner_id)
    assert len(register.asked) == 2
    assert check_of(stage.practitioner_id).finding.differs == ("name",)


def test_a_corrected_name_is_verified_and_its_task_is_closed() -> None:
    stage, look = authorised(name="Bo Ravn"), look_into(GivenRegister())
    look.run(stage.practitioner_id)
    [task] = tasks()
    set_practitioner(stage.clinic_id, stage.key, authorisationId=NUMBER)
    look.run(stage.practitioner_id)
    assert check_of(stage.practitioner_id).finding.state == "verified"
    assert tasks() == []
    assert decide(task["taskId"], {"decision": "deny", "reason": "Set"}, by=NETWORK).status == 409
    check = check_of(stage.practitioner_id)
    assert (check.finding.state, check.reviewed) == ("verified", False)


@pytest.mark.parametrize(
    "decision, state, outcome", [("approve", "verified", "verified"), ("deny", "denied", "mismatch")]
)
def test_the_network_team_decides_and_the_register_is_not_asked_about_it_again(
    aws: dict[str, Any], decision: str, state: RegisterState, outcome: str
) -> None:
    stage, register = authorised(name="Bo Ravn"), GivenRegister()
    look = look_into(register)
    look.run(stage.practitioner_id)
    [task] = tasks()
    answered = decide(task["taskId"], {"decision": decision, "reason": "married"}, by=NETWORK)
    assert answered.status == 200, answered.body
    assert check_of(stage.practitioner_id).finding.state == state
    assert outcomes(aws) == ["mismatch", outcome]
    assert look.run(stage.practitioner_id, again=True) == "known"
    assert (len(register.asked), in_time(stage), tasks()) == (1, [], [])


def denied(**changes: Any) -> Stage:
    """Returns the stage of a psychologist whose authorisation the network team has denied."""
    psychologist = {"profession": "psychologist", "treatments": ["psychologist"], "crisisHelp": True}
    stage = authorised(name="Bo Ravn", **{**psychologist, **changes})
    look_into(GivenRegister()).run(stage.practitioner_id)
    [task] = tasks()
    assert decide(task["taskId"], {"decision": "deny", "reason": "Set"}, by=NETWORK).status == 200
    return stage


def test_a_denial_ends_what_only_the_authorised_offer_and_the_clinic_sees_it() -> None:
    stage = denied()
    assert search_rows("psychologist") == search_rows("crisis-help") == search_rows("any") == []
    call = signed(
        "GET", f"/v1/clinics/{stage.clinic_id}/practitioners", clinic_id=stage.clinic_id, secret=SECRET
    )
    [item] = ask(clinic_practitioners(), call).body["items"]
    assert item["register"]["state"] == "denied"
    booked = book(guarantee_of(treatment="psychologist"), stage.free_slot())
    assert (booked.status, booked.body["code"]) == (422, "authorisation-missing")


def test_a_denial_changes_the_fee_from_that_day_on() -> None:
    stage = denied()
    practitioner, today = DynamoPractitioners().find(stage.practitioner_id), local_day(clock.now(), "DK")
    assert not practitioner.authorised_on(today)
    assert practitioner.authorised_on(today - timedelta(days=1))


@pytest.mark.parametrize("is_corrected", [True, False])
def test_a_denial_counts_until_the_authorisation_is_confirmed(is_corrected: bool) -> None:
    stage = denied(profession="physiotherapist", treatments=["physiotherapy"], crisisHelp=False)
    name = "Anna Marie Holm" if is_corrected else "Bo Ravn Holm"
    set_practitioner(stage.clinic_id, stage.key, name=name, authorisationId=NUMBER)
    assert DynamoPractitioners().find(stage.practitioner_id).denied_on
    look_into(GivenRegister()).run(stage.practitioner_id)
    assert (DynamoPractitioners().find(stage.practitioner_id).denied_on is None) is is_corrected
    if not is_corrected:
        [task] = tasks()
        assert decide(task["taskId"], {"decision": "approve", "reason": "Set"}, by=NETWORK).status == 200
        assert DynamoPractitioners().find(stage.practitioner_id).denied_on is None


@pytest.mark.parametrize(
    "body",
    [{"decision": "clarify", "question": "Hvornår?"}, {"decision": "approve", "grant": {"sessions": 2}}],
)
def test_a_task_about_an_authorisation_is_approved_or_denied_only(body: dict[str, Any]) -> None:
    look_into(GivenRegister()).run(authorised(name="Bo Ravn").practitioner_id)
    [task] = tasks()
    refused = decide(task["taskId"], {**body, "reason": "Set"}, by=NETWORK)
    assert (refused.status, refused.body["errors"][0]["code"]) == (422, "only-approve-or-deny")


def test_another_queue_of_staff_cannot_decide_it() -> None:
    look_into(GivenRegister()).run(authorised(name="Bo Ravn").practitioner_id)
    [task] = tasks()
    body = {"decision": "approve", "reason": "Set"}
    assert decide(task["taskId"], body, by=staff("caseworker")).status in (403, 404)


def test_the_same_mismatch_found_again_opens_no_second_task() -> None:
    stage, register = authorised(), GivenRegister([])
    look = look_into(register)
    for found in ([RAVN], [RAVN], [], [RAVN]):
        register.found = found
        look.run(stage.practitioner_id, again=True)
    assert len(tasks()) == 1


def test_a_practitioner_who_leaves_has_no_open_task() -> None:
    stage = authorised(name="Bo Ravn")
    look_into(GivenRegister()).run(stage.practitioner_id)
    path = f"/v1/clinics/{stage.clinic_id}/practitioners/{stage.key}"
    ask(clinic_practitioners(), signed("DELETE", path, clinic_id=stage.clinic_id, secret=SECRET))
    assert comes_again(handler, event_of("practitioner.ended", practitionerId=stage.practitioner_id)) == []
    assert tasks() == []
    assert check_of(stage.practitioner_id).task_id is None


def test_a_practitioner_of_a_clinic_that_has_not_signed_is_looked_up_after_the_signature() -> None:
    unsigned = Checklist(applied=clock.now())
    stage = staged(clinic_changes={"checklist": unsigned, "status": "applied"}, authorisationId=NUMBER)
    register = GivenRegister([RAVN])
    look = look_into(register)
    assert look.run(stage.practitioner_id) == "waits"
    assert (register.asked, tasks()) == ([], [])
    due = DynamoRegisterChecks().due(clock.now() + timedelta(days=2), 10)
    assert due == [stage.practitioner_id]
    clinics = DynamoClinics()
    before = clinics.find(stage.clinic_id)
    clinics.change(before, replace(before, checklist=Checklist(clock.now(), contract_signed=clock.now())))
    assert look.run(stage.practitioner_id, again=True) == "looked"
    assert len(tasks()) == 1


def test_a_practitioner_of_a_clinic_that_has_ended_has_no_task() -> None:
    stage = staged(clinic_changes={"status": "ended"}, authorisationId=NUMBER)
    register = GivenRegister([RAVN])
    assert look_into(register).run(stage.practitioner_id) == "gone"
    assert (register.asked, tasks()) == ([], [])


def test_a_silent_register_leaves_what_it_said_and_still_comes_again() -> None:
    stage, register = authorised(), GivenRegister()
    look = look_into(register)
    look.run(stage.practitioner_id)
    register.found = None
    with pytest.raises(RegisterUnavailable):
        look.run(stage.practitioner_id, again=True)
    assert check_of(stage.practitioner_id).finding.state == "verified"


def test_of_two_looks_at_once_the_later_one_counts(aws: dict[str, Any]) -> None:
    stage = authorised()
    inner = look_into(GivenRegister())

    class Overtaken(GivenRegister):
        """A register that answers after another look has been stored."""

        def entries(self, number: str) -> Any:
            """Looks, and returns what it has."""
            inner.run(stage.practitioner_id)
            return super().entries(number)

    overtaken: RegisterLook = look_into(Overtaken([]))
    overtaken.run(stage.practitioner_id)
    check = check_of(stage.practitioner_id)
    assert (check.finding.state, check.version) == ("not-found", 2)
    assert outcomes(aws) == ["verified", "unverified"]


def test_the_list_shows_what_the_register_says_of_what_the_clinic_states_now() -> None:
    stage = authorised(name="Bo Ravn")
    look_into(GivenRegister()).run(stage.practitioner_id)
    path = f"/v1/clinics/{stage.clinic_id}/practitioners"

    def listed() -> Any:
        call = signed("GET", path, clinic_id=stage.clinic_id, secret=SECRET)
        [item] = ask(clinic_practitioners(), call).body["items"]
        return item["register"]

    differs = listed()
    assert (differs["state"], differs["differs"]) == ("mismatch", ["name"])
    assert differs["checkedAt"]
    set_practitioner(stage.clinic_id, stage.key, name="Anna Holm", authorisationId=NUMBER)
    assert listed() == {"state": "not-checked", "differs": []}


def test_nothing_personal_is_in_the_events_and_in_the_id_of_the_task(aws: dict[str, Any]) -> None:
    stage = authorised(name="Bo Ravn")
    look_into(GivenRegister()).run(stage.practitioner_id)
    rows = [*outbox_rows(aws, "practitioner.checked"), *outbox_rows(aws, "task.opened")]
    written = json.dumps(rows)
    assert len(rows) == 2
    for value in ("Ravn", "Holm", NUMBER):
        assert value not in written
    [task] = tasks()
    assert DynamoTasks().find(task["taskId"]).payer == ""
