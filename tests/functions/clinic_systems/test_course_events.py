from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.ids import BookingId
from helsebro.local_day import local_day
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.outbox import outbox_row
from helsebro_aws.platform import clock
from tests.builders.benefits import guarantee_of as guarantee_now
from tests.builders.benefits import ledger_of
from tests.builders.claims import explained, outbox_rows, read
from tests.builders.decisions import decide, insured_anna, tasks_in
from tests.builders.extensions import guaranteed
from tests.builders.network import Stage, book, change_claim, guarantee_of, staged

pytestmark = pytest.mark.usefixtures("aws")


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("client.contacted", {"by": "sms"}),
        ("course.ended", {}),
        ("client.referred-on", {"to": "psychiatry"}),
        ("extension.requested", {"sessions": 3, "justification": "Fortsat nedsat bevægelighed"}),
    ],
)
def test_a_report_on_a_course_is_stored_and_its_event_holds_no_text(
    stage: Stage, booked: BookingId, aws: dict[str, Any], kind: str, data: dict[str, Any]
) -> None:
    guarantee_id = DynamoBookings().find(booked).guarantee_id
    assert stage.event(kind, {"guaranteeId": guarantee_id, **data}).status == 202
    [row] = outbox_rows(aws, kind)
    assert row["data"]["M"]["guaranteeId"]["S"] == guarantee_id
    assert "bevægelighed" not in str(row)
    assert staged("other").event(kind, {"guaranteeId": guarantee_id, **data}).status == 404


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("client.contacted", {"by": "sms"}),
        ("course.ended", {}),
        ("client.referred-on", {}),
        ("extension.requested", {"sessions": 3, "justification": "Fortsat smerter"}),
    ],
)
def test_a_report_on_a_course_is_not_from_before_its_guarantee(
    stage: Stage, kind: str, data: dict[str, Any]
) -> None:
    issued_at = clock.now() - timedelta(days=20)
    guarantee = guarantee_of(issued_at=issued_at, clinic_id=stage.clinic_id)
    data = {"guaranteeId": guarantee.guarantee_id, **data}
    for before, code in ((timedelta(minutes=7), "event-before-guarantee"), (timedelta(minutes=3), "")):
        answer = stage.event(kind, data, timestamp=instant(issued_at - before))
        faults = [(fault["pointer"], fault["code"]) for fault in answer.body.get("errors", [])]
        assert faults == ([("/timestamp", code)] if code else []), answer.body


def test_a_course_does_not_end_before_its_first_session(stage: Stage) -> None:
    begun_on = local_day(clock.now()) - timedelta(days=9)
    guarantee = guarantee_of(clinic_id=stage.clinic_id, begun_on=begun_on)
    at = instant(clock.now() - timedelta(days=12))
    answer = stage.event("course.ended", {"guaranteeId": guarantee.guarantee_id}, timestamp=at)
    [fault] = answer.body["errors"]
    assert (fault["code"], f" {begun_on.day}. " in fault["detail"]) == ("event-before-session", True)


def test_an_extension_that_a_clinic_asks_for_counts_from_when_it_arrives(
    stage: Stage, booked: BookingId, aws: dict[str, Any]
) -> None:
    data = {
        "guaranteeId": DynamoBookings().find(booked).guarantee_id,
        "sessions": 3,
        "justification": "Fortsat smerter",
    }
    asked_at = clock.now()
    assert (
        stage.event("extension.requested", data, timestamp=instant(asked_at - timedelta(days=30))).status
        == 202
    )
    [row] = outbox_rows(aws, "extension.requested")
    assert outbox_row.read(row).at >= asked_at


def test_a_clinic_asks_for_no_more_sessions_without_the_consent_of_the_case(
    stage: Stage, booked: BookingId, aws: dict[str, Any]
) -> None:
    guarantee = guarantee_now(DynamoBookings().find(booked).guarantee_id)
    data = {"guaranteeId": guarantee.guarantee_id, "sessions": 3, "justification": "Fortsat smerter"}
    change_claim(guarantee, consent="withdrawn")
    refused = stage.event("extension.requested", data)
    assert (refused.status, refused.body["code"]) == (409, "consent-missing")
    assert outbox_rows(aws, "extension.requested") == []
    change_claim(guarantee, consent="given")
    assert stage.event("extension.requested", data).status == 202


def test_a_client_who_is_referred_on_is_followed_up_once(
    stage: Stage, booked: BookingId, aws: dict[str, Any]
) -> None:
    guarantee = guarantee_now(DynamoBookings().find(booked).guarantee_id)
    for named in ({"guaranteeId": guarantee.guarantee_id}, {"bookingId": booked}):
        assert stage.event("client.referred-on", {**named, "to": "psychiatry"}).status == 202
    [task] = tasks_in().body["items"]
    assert (task["reason"], task["subject"]["claimId"]) == ("referred-on", guarantee.claim_id)
    assert task["referral"] == {
        "guaranteeId": guarantee.guarantee_id,
        "to": "psychiatry",
        "clinicId": stage.clinic_id,
        "clinicName": "Klinik Nord",
        "practitionerId": stage.practitioner_id,
        "practitionerName": "Anna Holm",
    }
    assert "psychiatry" not in str(outbox_rows(aws, "task.opened") + outbox_rows(aws, "client.referred-on"))
    assert len(outbox_rows(aws, "task.opened")) == 1
    assert decide(task["taskId"], {"decision": "deny", "reason": "Nej"}).status == 422
    assert decide(task["taskId"], {"decision": "approve"}).status == 200
    assert tasks_in().body["items"] == []
    assert outbox_rows(aws, "task.decided") == []


def test_what_a_later_referral_says_is_added_to_the_open_task_and_no_one_wrote_anything_else(
    stage: Stage, booked: BookingId, aws: dict[str, Any]
) -> None:
    named = {"guaranteeId": DynamoBookings().find(booked).guarantee_id}
    assert stage.event("client.referred-on", named).status == 202
    [task] = tasks_in().body["items"]
    assert "to" not in task["referral"]
    for to in ("psykiater", "psykiater", "egen læge", None):
        more = {"to": to} if to else {}
        assert stage.event("client.referred-on", {**named, **more}).status == 202
    [after] = tasks_in().body["items"]
    assert (after["taskId"], after["referral"]["to"]) == (task["taskId"], "psykiater; egen læge")
    assert len(outbox_rows(aws, "task.opened")) == 1
    assert decide(task["taskId"], {"decision": "approve"}, version=task["version"]).status == 412


def test_what_a_clinic_adds_after_the_decision_opens_another_task(stage: Stage, booked: BookingId) -> None:
    claim_id = DynamoBookings().find(booked).claim_id
    named = {"guaranteeId": DynamoBookings().find(booked).guarantee_id}
    assert stage.event("client.referred-on", {**named, "to": "psykiater"}).status == 202
    [task] = tasks_in().body["items"]
    assert decide(task["taskId"], {"decision": "approve"}).status == 200
    assert stage.event("client.referred-on", {**named, "to": "psykiater"}).status == 202
    assert tasks_in().body["items"] == []
    assert stage.event("client.referred-on", {**named, "to": "indlæggelse"}).status == 202
    [another] = tasks_in().body["items"]
    assert another["taskId"] != task["taskId"]
    assert another["referral"]["to"] == "psykiater; indlæggelse"
    triages = DynamoClaims().find(claim_id).triages
    assert triages
    assert [triage.task_id for triage in triages] == [another["taskId"]]


def test_the_end_of_a_course_is_in_the_benefit_ledger() -> None:
    person_id, stage = insured_anna(), staged(treatments=["chiropractic"])
    guarantee = guaranteed(clinicId=stage.clinic_id)
    assert stage.event("course.ended", {"guaranteeId": guarantee.guarantee_id}).status == 202
    [reservation] = ledger_of(person_id).reservations
    assert reservation.guarantee_id == guarantee.guarantee_id
    assert reservation.course_ended_on


def test_only_the_first_contact_counts(stage: Stage, booked: BookingId, aws: dict[str, Any]) -> None:
    by_guarantee = {"guaranteeId": DynamoBookings().find(booked).guarantee_id, "by": "phone"}
    for data in ({"bookingId": booked, "by": "sms"}, by_guarantee):
        assert stage.event("client.contacted", data).status == 202
    assert len(outbox_rows(aws, "client.contacted")) == 1


def test_crisis_help_cannot_be_extended_and_its_client_must_be_phoned() -> None:
    stage = staged(profession="psychologist", crisisHelp=True)
    guarantee = guarantee_of(treatment="crisis-help")
    assert book(guarantee, stage.free_slot()).status == 201
    named = {"guaranteeId": guarantee.guarantee_id}
    asked = stage.event("extension.requested", {**named, "sessions": 2, "justification": "x"})
    texted = stage.event("client.contacted", {**named, "by": "sms"})
    assert [asked.body["code"], texted.body["code"]] == ["not-extendable", "crisis-by-phone-only"]
    assert stage.event("client.contacted", {**named, "by": "phone"}).status == 202


def test_a_client_who_is_referred_on_is_assessed_again_and_the_approval_stands() -> None:
    insured_anna()
    stage = staged(treatments=["chiropractic"])
    guarantee = guaranteed(clinicId=stage.clinic_id)
    before = read(guarantee.claim_id).body
    assert before["triage"] is None
    named = {"guaranteeId": guarantee.guarantee_id, "to": "psychiatry"}
    for _ in range(2):
        assert stage.event("client.referred-on", named).status == 202
    [task] = tasks_in().body["items"]
    during = read(guarantee.claim_id).body
    assert during["triage"] == {"since": task["openedAt"], "dueAt": task["dueAt"]}
    assert (during["status"], during["version"]) == ("approved", before["version"] + 1)
    assert DynamoClaims().find(guarantee.claim_id).round == 2
    for steps in (during["nextSteps"], explained(guarantee.claim_id).body["nextSteps"]):
        assert (steps[0]["kind"], steps[0]["dueAt"]) == ("review", task["dueAt"])
        assert "psychiatry" not in steps[0]["text"]
    assert DynamoGuarantees().find(guarantee.guarantee_id).status == "active"
    assert decide(task["taskId"], {"decision": "approve"}).status == 200
    after = read(guarantee.claim_id).body
    assert (after["triage"], after["nextSteps"], after["status"]) == (None, [], "approved")
