"""For which clinic a signed-in person acts: the path, the header, or the only clinic that the person has."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from functions.clinic_systems.clinic_feed.handler import handler as feed

from helsebro.network.clinic import Checklist
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Delete, Update, tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.identity.keys import clinic_user_key
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, signed
from tests.builders.clinics.users import SIGNATORY, STRANGER, TREATS, SignedIn, bind
from tests.builders.network import (
    ANNA,
    SECRET,
    Stage,
    book,
    bookings,
    clinic_events,
    guarantee_of,
    slot_body,
    staged,
)
from tests.builders.policies import insured_of, payer_of, policy_of
from tests.suite.rights.asking import Right, collecting

METTE = SignedIn(SIGNATORY)


def read_feed(person: SignedIn) -> Answered:
    return ask(feed, person.call("GET", "/v1/events"))


def end_role(stage: Stage, cpr: str) -> None:
    """Ends a person's role at the clinic."""
    key = clinic_user_key(stage.clinic_id, pseudonym.person_id("DK", cpr))
    tables.commit([Delete(tables.settings.network_table, *key)])


def report_of(*slots: dict[str, Any]) -> dict[str, Any]:
    """Returns the body of a report that publishes slots."""
    data = {"practitionerKey": "anna", "slots": list(slots)}
    return {"type": "slots.published", "timestamp": instant(clock.now()), "data": data}


def report(person: SignedIn, body: dict[str, Any], key: str | None = "") -> Answered:
    return ask(clinic_events(), person.call("POST", "/v1/clinic-events", body, key=key))


def test_a_changed_mail_address_needs_a_login_of_at_most_five_minutes(stage: Stage) -> None:
    bind(stage.clinic_id, SIGNATORY)
    for data, status in (({"email": "new@klinik.example"}, 401), ({"phone": "70 99 88 77"}, 202)):
        body = {"type": "clinic.changed", "timestamp": instant(clock.now()), "data": data}
        call = METTE.call("POST", "/v1/clinic-events", body, claims={"auth_time": 0})
        assert ask(clinic_events(), call).status == status
    fresh = {"type": "clinic.changed", "timestamp": instant(clock.now()), "data": {"email": "a@b.example"}}
    assert report(METTE, fresh).status == 202


def test_a_person_with_one_clinic_need_not_name_it(stage: Stage) -> None:
    bind(stage.clinic_id, SIGNATORY)
    assert read_feed(METTE).status == 200


def test_a_person_with_several_clinics_must_name_one(stage: Stage) -> None:
    other = staged("other")
    for each in (stage, other):
        bind(each.clinic_id, SIGNATORY)
    answer = read_feed(METTE)
    assert (answer.status, answer.body["errors"][0]["code"]) == (400, "clinic-not-named")
    assert read_feed(SignedIn(SIGNATORY, other.clinic_id)).status == 200


def test_a_person_without_a_clinic_gets_the_answer_of_a_stranger(stage: Stage) -> None:
    unknown = ("cli_unknown", "", "no id", "cli_" + "a" * 60)
    answers = [read_feed(SignedIn(STRANGER, named)) for named in (None, stage.clinic_id, *unknown)]
    assert {(answer.status, answer.body["code"]) for answer in answers} == {(403, "role-missing")}


def test_a_role_that_has_ended_counts_no_longer(stage: Stage) -> None:
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    named = SignedIn(TREATS, stage.clinic_id)
    assert (read_feed(named).status, read_feed(SignedIn(TREATS)).status) == (200, 200)
    end_role(stage, TREATS)
    assert (read_feed(named).status, read_feed(SignedIn(TREATS)).status) == (403, 403)


def test_a_role_of_a_practitioner_without_a_practitioner_is_no_role(stage: Stage) -> None:
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    key = clinic_user_key(stage.clinic_id, pseudonym.person_id("DK", TREATS))
    tables.commit([Update(tables.settings.network_table, *key, set={}, remove=("practitionerId",))])
    assert read_feed(SignedIn(TREATS, stage.clinic_id)).status == 403


def test_a_member_who_names_a_clinic_without_a_role_there_stays_a_member(stage: Stage) -> None:
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    path = f"/v1/bookings/{booking_id}"
    own = ask(bookings(), SignedIn(ANNA, stage.clinic_id).call("GET", path))
    assert (own.status, "personId" in own.body, "insurer" in own.body) == (200, True, False)
    assert ask(bookings(), SignedIn(STRANGER, stage.clinic_id).call("GET", path)).status == 404


def test_a_practitioner_who_names_no_clinic_is_a_member_on_routes_of_members(stage: Stage) -> None:
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    payer_of()
    insured_of(policy_of())
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    path = f"/v1/bookings/{booking_id}"
    assert ask(bookings(), SignedIn(TREATS).call("GET", path)).status == 404
    assert ask(bookings(), SignedIn(TREATS, stage.clinic_id).call("GET", path)).body["client"]["cpr"] == ANNA


def test_only_a_member_who_names_a_clinic_costs_a_read_of_roles(stage: Stage) -> None:
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    path = f"/v1/bookings/{booking_id}"
    roles = ("network_table cli_* only practitionerId role", "GetItem")
    for named, reads in ((None, 0), (stage.clinic_id, 1)):
        asked: list[Right] = []
        with collecting(asked.append):
            ask(bookings(), SignedIn(ANNA, named).call("GET", path))
        assert asked.count(roles) == reads


def test_a_signature_counts_before_a_token(stage: Stage) -> None:
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    call = signed("GET", "/v1/events", clinic_id=stage.clinic_id, secret=SECRET)
    token = SignedIn(STRANGER).call("GET", "/v1/events")["requestContext"]
    assert ask(feed, {**call, "requestContext": token}).status == 200
    call["headers"]["webhook-signature"] = "v1,bm90IHNpZ25lZA=="
    assert ask(feed, {**call, "requestContext": token}).status == 401


def test_a_bad_token_is_not_taken_for_a_clinics_system(stage: Stage) -> None:
    call = SignedIn(SIGNATORY, stage.clinic_id).call("GET", "/v1/events")
    call["requestContext"]["authorizer"] = {"lambda": {"refused": "token-expired"}}
    answer = ask(feed, call)
    assert (answer.status, answer.body["code"]) == (401, "token-expired")


def test_a_report_of_a_person_needs_an_idempotency_key_and_counts_once(stage: Stage) -> None:
    bind(stage.clinic_id, SIGNATORY)
    body = report_of(slot_body())
    missing = report(METTE, body, key=None)
    assert (missing.status, missing.body["code"]) == (400, "idempotency-key-missing")
    first, again = (report(METTE, body, "once") for _ in range(2))
    assert (first.status, again.body) == (202, first.body)
    assert again.headers["idempotency-replayed"] == "true"


def test_the_same_key_at_another_clinic_is_another_call(stage: Stage) -> None:
    other, body = staged("anna"), report_of(slot_body())
    for each in (stage, other):
        bind(each.clinic_id, SIGNATORY)
    first, second = (report(SignedIn(SIGNATORY, each.clinic_id), body, "once") for each in (stage, other))
    assert (first.status, second.status) == (202, 202)
    assert first.body["published"] != second.body["published"]


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize("by_system", [True, False])
def test_only_slots_of_the_clinics_system_connect_it(by_system: bool) -> None:
    unconnected = Checklist(applied=clock.now())
    stage = staged(clinic_changes={"clinic_system": "compugroup"})
    bind(stage.clinic_id, SIGNATORY)
    connected = DynamoClinics().find(stage.clinic_id)
    DynamoClinics().change(connected, replace(connected, checklist=unconnected))
    before = DynamoClinics().find(stage.clinic_id)
    DynamoClinics().change(before, before.consenting(given=True, text_version="1", at=clock.now()))
    answer = stage.publish(slot_body()) if by_system else report(METTE, report_of(slot_body()))
    assert answer.status == 202
    assert bool(DynamoClinics().find(stage.clinic_id).checklist.system_connected) is by_system
