"""What the network team has denied stays denied, under every key and at every clinic (F0-11)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from functions.guarantees.matches.handler import handler as matches
from functions.network.practitioners.handler import handler as practitioners
from functions.onboarding.check_authorisations.handler import handler as check_authorisations
from functions.onboarding.recheck_authorisations.handler import handler as recheck_authorisations

from helsebro.errors import Conflict
from helsebro.ids import PractitionerId
from helsebro.network.practitioner import Practitioner
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.network.registers.dynamo_register_checks import DynamoRegisterChecks
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event, signed, staff
from tests.builders.claims import outbox_rows
from tests.builders.clinics.applications import NETWORK
from tests.builders.clinics.registers import NUMBER, GivenRegister, check_of, look_into
from tests.builders.decisions import decide, tasks_in
from tests.builders.events.messages import comes_again, event_of
from tests.builders.messages.provider_server import ProviderServer
from tests.builders.network import (
    SECRET,
    Stage,
    book,
    clinic_practitioners,
    guarantee_of,
    hold,
    set_practitioner,
    staged,
)

pytestmark = pytest.mark.usefixtures("aws")
OTHER_NUMBER = "ZZZ99"


def judged(stage: Stage, decision: str) -> None:
    """Lets the register differ, and the network team decide."""
    look_into(GivenRegister()).run(stage.practitioner_id)
    [task] = tasks_in("network", NETWORK).body["items"]
    assert decide(task["taskId"], {"decision": decision, "reason": "Set"}, by=NETWORK).status == 200


def denied(**changes: Any) -> Stage:
    """Returns the stage of a practitioner whose authorisation the network team has denied."""
    stage = staged(**{"authorisationId": NUMBER, "name": "Bo Ravn", **changes})
    judged(stage, "deny")
    return stage


def left(stage: Stage) -> None:
    path = f"/v1/clinics/{stage.clinic_id}/practitioners/{stage.key}"
    call = signed("DELETE", path, clinic_id=stage.clinic_id, secret=SECRET)
    assert ask(clinic_practitioners(), call).status == 204


def of(answer: Answered) -> Practitioner:
    return DynamoPractitioners().find(PractitionerId(answer.body["practitionerId"]))


@pytest.mark.parametrize(
    "changes, is_denied",
    [
        ({"authorisationId": NUMBER}, True),
        ({"authorisationId": NUMBER, "name": "Bo Raun"}, True),
        ({"authorisationId": None}, True),
        ({"authorisationId": OTHER_NUMBER, "name": "bo  ravn"}, True),
        ({"authorisationId": OTHER_NUMBER, "name": "Ea Dam"}, False),
    ],
    ids=["as before", "another name", "no number", "another number", "another person"],
)
def test_who_comes_back_under_the_key_of_a_denied_one_is_denied(
    changes: dict[str, Any], is_denied: bool
) -> None:
    stage = denied()
    left(stage)
    answer = set_practitioner(stage.clinic_id, stage.key, **{"name": "Bo Ravn", **changes})
    assert answer.status == 201
    assert bool(of(answer).denied_on) is is_denied


def test_a_denied_number_is_denied_under_another_key_and_at_another_clinic_however_it_is_written() -> None:
    stage, other = denied(), staged()
    written = NUMBER.lower()
    for clinic_id in (stage.clinic_id, other.clinic_id):
        assert of(set_practitioner(clinic_id, "new", name="Ea Dam", authorisationId=written)).denied_on


def test_a_practitioner_who_takes_over_a_denied_number_is_denied() -> None:
    denied()
    other = staged(authorisationId=OTHER_NUMBER)
    assert not DynamoPractitioners().find(other.practitioner_id).denied_on
    assert of(set_practitioner(other.clinic_id, other.key, authorisationId=NUMBER)).denied_on


def test_a_number_of_another_country_is_another_authorisation() -> None:
    denied()
    oslo = {"street": "Storgata 1", "postcode": "0155", "city": "Oslo", "country": "NO"}
    other = staged(clinic_changes={"country": "NO"}, authorisationId="9108031", address=oslo)
    assert not DynamoPractitioners().find(other.practitioner_id).denied_on


@pytest.mark.parametrize("by", ["register", "team"])
def test_a_denied_number_is_free_once_it_is_confirmed(by: str) -> None:
    denied()
    again = staged(authorisationId=NUMBER, name="Anna Marie Holm" if by == "register" else "Bo Ravn")
    assert DynamoPractitioners().find(again.practitioner_id).denied_on
    if by == "register":
        look_into(GivenRegister()).run(again.practitioner_id)
    else:
        judged(again, "approve")
    assert not DynamoPractitioners().find(again.practitioner_id).denied_on
    assert not DynamoPractitioners().find(staged(authorisationId=NUMBER).practitioner_id).denied_on


def test_the_register_frees_a_denied_number_after_a_change_and_in_its_rounds(
    register: ProviderServer,
) -> None:
    denied()
    second, third = (staged(key, authorisationId=NUMBER) for key in ("second", "third"))
    happened = event_of("practitioner.registered", practitionerId=second.practitioner_id)
    assert comes_again(check_authorisations, happened) == []
    look_into(GivenRegister(found=[])).run(third.practitioner_id)
    checks, before = DynamoRegisterChecks(), check_of(third.practitioner_id)
    due = replace(before, next_at=clock.now(), version=before.version + 1)
    checks.tables.commit([checks.change(before, due)])
    assert recheck_authorisations({}, Ending()) == {"checked": 1, "unavailable": 0}
    assert register.calls == 2
    found = (DynamoPractitioners().find(stage.practitioner_id) for stage in (second, third))
    assert [practitioner.denied_on for practitioner in found] == [None, None]


class Ending:
    """The context of a call that has time left."""

    def get_remaining_time_in_millis(self) -> int:
        return 300_000


def test_a_number_that_is_denied_at_the_same_moment_is_not_stored_as_if_it_were_not() -> None:
    stage, practitioners = staged(), DynamoPractitioners()
    new = practitioners.find(stage.practitioner_id).changed(authorisation_id=NUMBER)
    checks = practitioners.denials.absence(new)
    tables.commit(checks)
    denied()
    with pytest.raises(Conflict):
        tables.commit(checks)


def test_the_clinic_is_told_of_each_denial_once(aws: dict[str, Any]) -> None:
    stage = denied()
    set_practitioner(stage.clinic_id, stage.key, authorisationId=NUMBER, name="Bo Ravn", languages=["da"])
    told = [row["data"]["M"] for row in outbox_rows(aws, "authorisation.denied")]
    assert told == [{"practitionerId": {"S": stage.practitioner_id}, "clinicId": {"S": stage.clinic_id}}]
    other = staged(authorisationId=NUMBER)
    told = [row["data"]["M"]["clinicId"]["S"] for row in outbox_rows(aws, "authorisation.denied")]
    assert sorted(told) == sorted([stage.clinic_id, other.clinic_id])


def test_nothing_of_the_number_is_in_a_key(aws: dict[str, Any]) -> None:
    denied()
    rows = aws["dynamodb"].scan(TableName="network")["Items"]
    keys = [f"{row['pk']['S']} {row['sk']['S']}" for row in rows]
    assert any(key.startswith("AUTHORISATION#DK#") for key in keys)
    assert not [key for key in keys if NUMBER.casefold() in key.casefold()]


PSYCHOLOGIST: dict[str, Any] = {"profession": "psychologist", "treatments": ["psychologist"]}


def test_who_lacks_the_authorisation_is_not_booked_matched_or_shown_and_the_reason_is_said() -> None:
    stage = staged(authorisationId=NUMBER, name="Bo Ravn", **PSYCHOLOGIST)
    slot_id = stage.free_slot()
    path = f"/v1/practitioners/{stage.practitioner_id}/slots"
    slots = event("GET", path, by=staff("caseworker", payer="tryg"))
    assert len(ask(practitioners, slots).body["items"]) == 1
    judged(stage, "deny")
    guarantee = guarantee_of(treatment="psychologist")
    codes = [act_on(guarantee, slot_id).body["code"] for act_on in (hold, book)]
    body = {"clinicId": stage.clinic_id, "practitionerId": stage.practitioner_id}
    call = event(
        "POST",
        f"/v1/guarantees/{guarantee.guarantee_id}/match",
        by=staff("caseworker", payer="tryg"),
        body=body,
        headers={"if-match": '"1"'},
    )
    codes.append(ask(matches, call).body["code"])
    assert codes == ["authorisation-missing"] * 3
    assert ask(practitioners, slots).body["items"] == []


def test_who_lost_an_authorisation_still_gives_what_needs_none() -> None:
    stage = denied()
    stage.free_slot()
    path = f"/v1/practitioners/{stage.practitioner_id}/slots"
    answer = ask(practitioners, event("GET", path, by=staff("caseworker", payer="tryg")))
    assert len(answer.body["items"]) == 1
