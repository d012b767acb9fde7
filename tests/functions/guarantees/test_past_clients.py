"""A clinic keeps its client while a session is booked there or was held, whoever treats them now (F1-19)."""

from __future__ import annotations

from typing import Any

import pytest
from functions.guarantees.clinic_guarantees.handler import handler as clients
from functions.guarantees.open_rematch_tasks.handler import handler as open_rematch_tasks

from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from tests.builders.calls import ask, signed
from tests.builders.claims import outbox_rows
from tests.builders.clinics.matches import decline, insured_guarantee, match, read_by_clinic
from tests.builders.clinics.users import SIGNATORY, TREATS, SignedIn, bind
from tests.builders.decisions import tasks_in
from tests.builders.events.messages import comes_again, event_of
from tests.builders.network import (
    SECRET,
    Stage,
    act,
    begun,
    book,
    clinic_practitioners,
    set_practitioner,
    soon,
    staged,
)

pytestmark = pytest.mark.usefixtures("aws")


def listed(stage: Stage, query: str = "", by: str | None = None) -> list[dict[str, Any]]:
    """Returns the clients of a clinic as its system reads them, or a person of it."""
    path = f"/v1/clinics/{stage.clinic_id}/guarantees{query}"
    own = signed("GET", path, clinic_id=stage.clinic_id, secret=SECRET)
    answer = ask(clients, SignedIn(by, stage.clinic_id).call("GET", path) if by else own)
    assert answer.status == 200, answer.body
    return list(answer.body["items"])


def leave(stage: Stage) -> None:
    """Ends the practitioner, whose guarantees are then for no one."""
    path = f"/v1/clinics/{stage.clinic_id}/practitioners/{stage.key}"
    left = ask(clinic_practitioners(), signed("DELETE", path, clinic_id=stage.clinic_id, secret=SECRET))
    assert left.status == 204
    ended = event_of("practitioner.ended", practitionerId=stage.practitioner_id)
    assert comes_again(open_rematch_tasks, ended) == []


def held(guarantee: Guarantee, stage: Stage) -> str:
    """Returns the id of a session that was held at a clinic."""
    booking_id: str = book(guarantee, stage.free_slot()).body["bookingId"]
    begun(booking_id)
    assert stage.event("session.held", {"bookingId": booking_id}).status == 202
    return booking_id


def version_of(guarantee: Guarantee) -> int:
    """Returns the version of a guarantee as it is now."""
    return DynamoGuarantees().find(guarantee.guarantee_id).version


def moved_on(guarantee: Guarantee) -> Stage:
    """Returns the clinic to which staff have matched the client now."""
    other = staged("other")
    assert match(guarantee, other, version=version_of(guarantee)).status == 200
    return other


def test_the_clinic_keeps_a_booked_client_whose_practitioner_left() -> None:
    guarantee, stage = insured_guarantee(), staged()
    match(guarantee, stage)
    booking = book(guarantee, stage.free_slot()).body
    leave(stage)
    [client] = listed(stage, "?status=active")
    assert (client["client"]["phone"], client["match"]["status"]) == ("+4520112233", "ended")
    assert client["nextBooking"]["bookingId"] == booking["bookingId"]
    read = read_by_clinic(guarantee, stage).body
    here = (stage.clinic_id, stage.practitioner_id)
    assert ((read["clinicId"], read["practitionerId"]), read["status"]) == (here, "active")
    assert (client["practitionerId"], read["client"]) == (stage.practitioner_id, client["client"])
    named = {"guaranteeId": guarantee.guarantee_id}
    assert stage.event("client.contacted", {**named, "by": "phone"}).status == 202
    act(booking["bookingId"], "cancel")
    assert listed(stage) == []
    assert "client" not in read_by_clinic(guarantee, stage).body
    ended = stage.event("course.ended", named)
    assert (ended.status, ended.body["code"]) == (403, "client-not-treated-here")


def test_the_clinic_keeps_a_treated_client_whose_practitioner_left_until_another_treats_them() -> None:
    guarantee, stage = insured_guarantee(), staged()
    match(guarantee, stage)
    held(guarantee, stage)
    leave(stage)
    [client] = listed(stage, "?status=active")
    assert (client["client"]["name"], client["sessionsLeft"]) == ("Anna Holm", 2)
    other = moved_on(guarantee)
    [client] = listed(stage)
    assert (client["status"], client["practitionerId"], "client" in client) == ("ended", None, False)
    assert [each["status"] for each in listed(other)] == ["active"]


def test_a_past_client_is_listed_with_nothing_of_where_they_are_treated_now() -> None:
    guarantee, stage = insured_guarantee(), staged()
    match(guarantee, stage)
    held(guarantee, stage)
    other = moved_on(guarantee)
    assert book(guarantee, other.free_slot(service="follow-up"), service="follow-up").status == 201
    [client] = listed(stage, "?status=ended")
    assert (client["guaranteeId"], client["status"]) == (guarantee.guarantee_id, "ended")
    counts = [client[name] for name in ("sessionsBooked", "sessionsUsed", "sessionsLeft")]
    assert (counts, client["practitionerId"]) == ([1, 1, 0], None)
    read = read_by_clinic(guarantee, stage).body
    assert (read["status"], read["clinicId"], read["practitionerId"]) == ("ended", None, None)
    for shown in (client, read):
        assert {"client", "insurer", "match", "nextBooking"}.isdisjoint(shown)
        assert other.clinic_id not in str(shown)
        assert other.practitioner_id not in str(shown)
    assert listed(stage, "?status=active") == []
    assert listed(other, "?status=ended") == []
    [now] = listed(other)
    assert (now["sessionsBooked"], now["sessionsUsed"]) == (2, 1)


def test_a_clinic_that_treated_a_client_before_it_declined_keeps_them_as_a_past_one() -> None:
    guarantee, stage = insured_guarantee(), staged()
    match(guarantee, stage)
    held(guarantee, stage)
    assert decline(guarantee, stage).status == 200
    [client] = listed(stage)
    assert (client["status"], "client" in client) == ("ended", False)


def test_a_client_who_comes_back_is_listed_once_and_a_practitioner_keeps_the_own_past_ones() -> None:
    guarantee, stage = insured_guarantee(), staged()
    match(guarantee, stage)
    held(guarantee, stage)
    colleague = set_practitioner(stage.clinic_id, "bo").body["practitionerId"]
    bind(stage.clinic_id, SIGNATORY)
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    there = Stage(stage.clinic_id, "bo", colleague)
    assert match(guarantee, there, version=version_of(guarantee)).status == 200
    seen = [[each["status"] for each in listed(stage, by=by)] for by in (None, SIGNATORY, TREATS)]
    assert seen == [["active"], ["active"], ["ended"]]


def test_a_former_clinic_reports_on_its_own_course_only(aws: dict[str, Any]) -> None:
    guarantee, stage = insured_guarantee(), staged()
    match(guarantee, stage)
    booking_id = held(guarantee, stage)
    other = moved_on(guarantee)
    named = {"guaranteeId": guarantee.guarantee_id}
    for about in (named, {"bookingId": booking_id}):
        assert stage.event("client.referred-on", {**about, "to": "psykiater"}).status == 202
    [task] = tasks_in().body["items"]
    referral = task["referral"]
    assert (referral["clinicId"], referral["practitionerId"]) == (stage.clinic_id, stage.practitioner_id)
    [referred] = outbox_rows(aws, "client.referred-on")
    assert "guaranteeId" not in referred["data"]["M"]
    assert other.event("client.referred-on", {**named, "to": "psykiater"}).status == 202
    assert len(tasks_in().body["items"]) == 2
    assert stage.event("session.held", {"bookingId": booking_id}).status == 202
    assert stage.event("course.ended", named).status == 202
    assert outbox_rows(aws, "course.ended") == []
    assert DynamoGuarantees().find(guarantee.guarantee_id).course_ended_at is None
    asked: dict[str, Any] = {"sessions": 2, "justification": "Fortsat nedsat bevægelighed"}
    contacted = stage.event("client.contacted", {**named, "by": "phone"})
    extended = stage.event("extension.requested", {**named, **asked})
    refused = [(answer.status, answer.body["code"]) for answer in (contacted, extended)]
    assert refused == [(403, "client-not-treated-here")] * 2
    no = decline(guarantee, stage)
    assert (no.status, no.body["code"]) == (403, "client-not-matched-here")
    assert [staged("stranger").event("client.contacted", {**named, "by": "phone"}).status] == [404]


def test_a_course_that_is_for_no_one_is_ended_by_the_clinic_that_held_it(aws: dict[str, Any]) -> None:
    guarantee, stage = insured_guarantee(), staged()
    match(guarantee, stage)
    held(guarantee, stage)
    leave(stage)
    stranger = staged("stranger")
    named = {"guaranteeId": guarantee.guarantee_id}
    assert [each.event("course.ended", named).status for each in (stranger, stage)] == [404, 202]
    assert DynamoGuarantees().find(guarantee.guarantee_id).course_ended_at
    assert len(outbox_rows(aws, "course.ended")) == 1


def test_a_session_at_the_former_clinic_is_not_the_next_one_of_the_new_clinic() -> None:
    guarantee, stage = insured_guarantee(), staged()
    match(guarantee, stage)
    first = book(guarantee, stage.free_slot()).body["bookingId"]
    leave(stage)
    other = staged("other")
    later = book(guarantee, other.free_slot(starts_at=soon(96), service="follow-up"), service="follow-up")
    assert [listed(at)[0]["nextBooking"]["bookingId"] for at in (stage, other)] == [
        first,
        later.body["bookingId"],
    ]
