from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro_aws.dynamodb.record import instant
from helsebro_aws.network.clinic_view import shown
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock
from tests.builders.calls import ask, event, member, signed
from tests.builders.claims import outbox_rows
from tests.builders.network import (
    BO,
    SECRET,
    Stage,
    book,
    clinic_events,
    guarantee_of,
    search_rows,
    slot_body,
    soon,
    staged,
)

pytestmark = pytest.mark.usefixtures("aws")


@pytest.mark.parametrize(
    "kind, data, pointer, code",
    [
        ("clinic.changed", {}, "/data", "no-detail-named"),
        ("session.cancelled", {"bookingId": "bkg_a", "reason": "xx"}, "/data/reason", "unknown-value"),
    ],
)
def test_a_report_without_details_or_with_an_unknown_reason_has_one_fault(
    kind: str, data: dict[str, Any], pointer: str, code: str
) -> None:
    answer = staged().event(kind, data)
    assert answer.status == 422
    named = [fault for fault in answer.body["errors"] if fault["pointer"] != "/data/bookingId"]
    assert [(fault["pointer"], fault["code"]) for fault in named] == [(pointer, code)]


def test_a_webhook_id_is_accepted_for_one_event_only(stage: Stage, aws: dict[str, Any]) -> None:
    first = stage.event_call("clinic.changed", {"name": "Ny"})
    ask(clinic_events(), first)
    second = stage.event_call("clinic.changed", {"name": "Anden"})
    from helsebro.signing import signature
    from helsebro.signing.secret import WebhookSecret

    message_id = first["headers"]["webhook-id"]
    secret = [WebhookSecret.parse(SECRET)]
    second["headers"] |= signature.sign(message_id, clock.now(), second["body"].encode(), secret)
    assert ask(clinic_events(), second).status == 422
    assert len(outbox_rows(aws, "clinic.changed")) == 1


def test_a_clinic_reports_changes_and_keeps_its_secret(stage: Stage, aws: dict[str, Any]) -> None:
    place = {"street": "Torvegade 2", "postcode": "1400", "city": "København K", "country": "DK"}
    for _ in range(2):
        assert stage.event("clinic.changed", {"phone": "70 99 88 77", "address": place}).status == 202
    changed = shown(DynamoClinics().find(stage.clinic_id), "en")
    assert (changed["contact"]["phone"], changed.get("address")) == ("70 99 88 77", place)
    assert len(outbox_rows(aws, "clinic.changed")) == 1


def test_a_clinic_does_not_become_another_company(stage: Stage) -> None:
    before = DynamoClinics().find(stage.clinic_id)
    answer = stage.event("clinic.changed", {"cvr": "88146328", "name": "Ny ejer"})
    assert answer.status == 422
    [fault] = answer.body["errors"]
    assert (fault["pointer"], fault["code"]) == ("/data/cvr", "cvr-cannot-change")
    assert DynamoClinics().find(stage.clinic_id) == before
    assert stage.event("clinic.changed", {"cvr": before.cvr, "name": "Ny"}).status == 202


def test_a_practitioner_is_switched_off_for_insurance_clients(stage: Stage) -> None:
    slot_id = stage.free_slot()
    stage.event("practitioner.changed", {"practitionerKey": stage.key, "insuranceClients": False})
    assert not DynamoPractitioners().find(stage.practitioner_id).insurance_clients
    assert book(guarantee_of(BO), slot_id, by=member(BO)).body["code"] == "treatment-not-offered"


def test_a_practitioner_who_stops_crisis_help_is_no_longer_found_for_it() -> None:
    stage = staged(profession="psychologist", crisisHelp=True)
    assert search_rows("crisis-help") == [stage.practitioner_id]
    stage.event("practitioner.changed", {"practitionerKey": stage.key, "crisisHelp": False})
    assert search_rows("crisis-help") == []


@pytest.mark.parametrize("who", [{"profession": "psychologist", "authorised": False}, {"authorised": True}])
def test_only_an_authorised_psychologist_switches_crisis_help_on(who: dict[str, Any]) -> None:
    stage = staged(**who)
    answer = stage.event("practitioner.changed", {"practitionerKey": stage.key, "crisisHelp": True})
    assert [fault["pointer"] for fault in answer.body["errors"]] == ["/data/crisisHelp"]


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({"type": "slots.eaten", "timestamp": "now", "data": {}}, {"/type", "/timestamp"}),
        ({"data": 1}, {"/type", "/timestamp", "/data"}),
        ({"type": "session.held"}, {"/timestamp", "/data"}),
        ({"type": "session.held", "data": {"x": 1}}, {"/timestamp", "/data/bookingId", "/data/x"}),
        (
            {
                "type": "slots.published",
                "data": {"slots": [{"key": "", "startsAt": "x", "endsAt": 7, "service": "third"}]},
            },
            {
                "/timestamp",
                "/data/practitionerKey",
                "/data/slots/0/key",
                "/data/slots/0/startsAt",
                "/data/slots/0/endsAt",
                "/data/slots/0/service",
            },
        ),
        ({"type": "client.contacted", "data": {"by": "mail"}}, {"/timestamp", "/data/by", "/data"}),
        ({"type": "client.referred-on", "data": {"to": "x" * 9999}}, {"/timestamp", "/data/to", "/data"}),
        (
            {"type": "clinic.changed", "data": {"cvr": "88146328", "name": ""}},
            {"/timestamp", "/data/cvr", "/data/name"},
        ),
    ],
)
def test_every_fault_of_an_event_is_reported_at_once(
    stage: Stage, body: dict[str, Any], pointers: set[str]
) -> None:
    call = signed("POST", "/v1/clinic-events", clinic_id=stage.clinic_id, secret=SECRET, body=body)
    answer = ask(clinic_events(), call)
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == pointers


SHORT = slot_body(soon(80), minutes=1, key="short")
ELSEWHERE = slot_body(soon(90), key="elsewhere", addressKey="nowhere")
SPAN = {"from": instant(soon(95)), "to": instant(soon(120))}
LONG = slot_body(soon(100), minutes=13 * 60, key="long")


@pytest.mark.parametrize(
    ("kind", "data", "expected"),
    [
        ("slots.published", {"slots": [SHORT, ELSEWHERE]}, {
            ("/data/slots/0", "slot-length"), ("/data/slots/1/addressKey", "address-key-unknown")
        }),
        ("slots.published", {"slots": [{**SHORT, "service": "third"}]}, {
            ("/data/slots/0", "slot-length"), ("/data/slots/0/service", "unknown-value")
        }),
        ("slots.published", {"practitionerKey": "nobody", "slots": [SHORT]}, {
            ("/data/slots/0", "slot-length"), ("/data/practitionerKey", "practitioner-unknown")
        }),
        ("slots.withdrawn", {"practitionerKey": "nobody", "x": 1}, {
            ("/data", "no-slots"), ("/data/x", "unknown-field"),
            ("/data/practitionerKey", "practitioner-unknown")
        }),
        ("slots.replaced", {"from": instant(soon(70)), "to": instant(soon(24 * 365)), "slots": [LONG]}, {
            ("/data", "span-too-long"), ("/data/slots/0", "slot-length")
        }),
        ("slots.replaced", {**SPAN, "slots": [LONG, ELSEWHERE]}, {
            ("/data/slots/0", "slot-length"), ("/data/slots/1", "slot-outside-span"),
            ("/data/slots/1/addressKey", "address-key-unknown")
        }),
        (
            "slots.replaced",
            {"practitionerKey": "nobody", **SPAN, "slots": [slot_body(soon(90))]},
            {("/data/practitionerKey", "practitioner-unknown"), ("/data/slots/0", "slot-outside-span")},
        ),
        ("practitioner.changed", {"practitionerKey": "nobody", "weeklyCapacity": -1}, {
            ("/data/practitionerKey", "practitioner-unknown"), ("/data/weeklyCapacity", "too-small")
        }),
        ("practitioner.changed", {"weeklyCapacity": -1, "crisisHelp": True, "pausedUntil": "2026-12-01"}, {
            ("/data/weeklyCapacity", "too-small"), ("/data/crisisHelp", "crisis-help-not-authorised"),
            ("/data/pausedFrom", "pause-without-first-day"),
        }),
        ("practitioner.changed", dict.fromkeys(("insuranceClients", "crisisHelp")), {
            ("/data/insuranceClients", "not-a-boolean"), ("/data/crisisHelp", "not-a-boolean")
        }),
        ("practitioner.changed", dict.fromkeys(("address", "addresses")), {
            ("/data/address", "not-an-object"), ("/data/addresses", "not-an-array")
        }),
    ],
)  # fmt: skip
def test_a_fault_of_the_message_hides_none_that_only_the_clinic_knows(
    stage: Stage, kind: str, data: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    answer = stage.event(kind, {"practitionerKey": stage.key, **data})
    assert answer.status == 422
    assert {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]} == expected


def test_a_fault_of_the_message_does_not_hide_that_it_is_of_the_future(stage: Stage) -> None:
    answer = stage.event("clinic.changed", {"name": ""}, timestamp=instant(soon(2)))
    assert {fault["pointer"] for fault in answer.body["errors"]} == {"/timestamp", "/data/name"}


def test_a_capacity_of_null_ends_the_limit_and_an_absent_one_keeps_it() -> None:
    stage = staged(weeklyCapacity=0)
    for data, capacity in (({}, 0), ({"weeklyCapacity": None}, None), ({"weeklyCapacity": 5}, 5)):
        assert stage.event("practitioner.changed", {"practitionerKey": stage.key, **data}).status == 202
        assert DynamoPractitioners().find(stage.practitioner_id).weekly_capacity == capacity


def test_a_practitioner_does_not_move_far_from_the_postcode_or_to_an_unknown_one(stage: Stage) -> None:
    place = {"street": "Gade 1", "postcode": "8000", "city": "Aarhus", "country": "DK"}
    for address, pointer in (
        ({**place, "lat": 55.67, "lon": 12.57}, "/data/address/lat"),
        ({**place, "postcode": "0000"}, "/data/address/postcode"),
    ):
        answer = stage.event("practitioner.changed", {"practitionerKey": stage.key, "address": address})
        assert [fault["pointer"] for fault in answer.body["errors"]] == [pointer]


def test_an_unknown_practitioner_and_a_future_time_are_faults(stage: Stage) -> None:
    unknown = stage.event("slots.published", {"practitionerKey": "nobody", "slots": [slot_body()]})
    assert unknown.body["errors"][0]["pointer"] == "/data/practitionerKey"
    ahead = stage.event("clinic.changed", {"name": "x"}, timestamp=instant(soon(2)))
    assert ahead.body["errors"][0]["code"] == "event-in-the-future"


def test_an_unsigned_a_stale_and_a_wrongly_signed_event_are_401(stage: Stage) -> None:
    body = {"type": "clinic.changed", "timestamp": instant(clock.now()), "data": {"name": "x"}}
    path, late = "/v1/clinic-events", clock.now() - timedelta(seconds=302)
    other = staged("other")
    calls = [
        event("POST", path, body=body),
        signed("POST", path, clinic_id=stage.clinic_id, secret=SECRET, body=body, at=late),
        signed("POST", path, clinic_id=stage.clinic_id, secret="whsec_" + "A" * 32, body=body),
        signed("POST", path, clinic_id="cli_unknown", secret=SECRET, body=body),
    ]
    assert [ask(clinic_events(), call).status for call in calls] == [401] * 4
    assert DynamoClinics().find(other.clinic_id).name == "Klinik Nord"
