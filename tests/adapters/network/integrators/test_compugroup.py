"""What a resource of HL7 FHIR R4 says as one of our events, and where its faults stand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from helsebro.errors import BadInput
from helsebro_aws.clinic_systems.event_body import ReportedEvent
from helsebro_aws.http.bodies import parse
from helsebro_aws.network.integrators.compugroup.dialect import translated

FIXTURES = Path(__file__).parent / "fixtures" / "compugroup"


def fixture(name: str) -> Any:
    return json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))


def event(sent: Any) -> dict[str, Any]:
    done = translated(sent)
    with done.faults_in_message():
        parse(ReportedEvent, done.event, lambda _: done.faults)
    return {**done.event}


def faults(sent: Any) -> set[tuple[str, str]]:
    with pytest.raises(BadInput) as bad:
        event(sent)
    return {(fault.pointer, fault.code) for fault in bad.value.faults}


def slot(bundle: Any, index: int = 0) -> Any:
    return bundle["entry"][index]["resource"]


def test_free_slots_are_published() -> None:
    assert event(fixture("slots_published")) == {
        "type": "slots.published",
        "timestamp": "2026-11-29T12:00:00Z",
        "data": {
            "practitionerKey": "p-17",
            "slots": [
                {
                    "key": "slot-1",
                    "startsAt": "2026-12-07T09:00:00+01:00",
                    "endsAt": "2026-12-07T09:45:00+01:00",
                    "service": "first",
                },
                {
                    "key": "slot-2",
                    "startsAt": "2026-12-07T10:00:00+01:00",
                    "endsAt": "2026-12-07T10:45:00+01:00",
                    "service": "follow-up",
                },
            ],
        },
    }


def test_slots_that_are_not_free_are_withdrawn() -> None:
    done = event(fixture("slots_withdrawn"))

    assert done["type"] == "slots.withdrawn"
    assert done["data"] == {"practitionerKey": "p-17", "slots": [{"key": "slot-3"}, {"key": "slot-4"}]}


def test_a_schedule_with_a_horizon_replaces_the_calendar_by_its_free_slots() -> None:
    done = event(fixture("slots_replaced"))["data"]

    assert (done["from"], done["to"]) == ("2026-12-07T00:00:00+01:00", "2026-12-21T00:00:00+01:00")
    assert [each["key"] for each in done["slots"]] == ["slot-1", "slot-2"]


@pytest.mark.parametrize(
    ("name", "kind", "more"),
    [
        ("session_held", "session.held", {}),
        ("session_missed", "session.missed", {}),
        ("session_cancelled", "session.cancelled", {"by": "client"}),
    ],
)
def test_the_status_of_an_appointment_is_the_event(name: str, kind: str, more: dict[str, str]) -> None:
    done = event(fixture(name))

    assert done["type"] == kind
    assert done["data"] == {"bookingId": "bkg_a2zt5pxlrqsc3dmkow7vyb4g", **more}


def test_a_cancellation_for_another_reason_is_the_clinics() -> None:
    sent = fixture("session_cancelled") | {"cancelationReason": {"coding": [{"code": "prov"}]}}

    assert event(sent)["data"]["by"] == "clinic"


def test_a_practitioner_who_is_away_is_paused_and_one_who_is_back_is_not() -> None:
    away = fixture("practitioner_changed")
    paused = {"practitionerKey": "p-17", "pausedFrom": "2026-12-21", "pausedUntil": "2027-01-03"}

    assert event(away)["data"] == paused
    back = {name: part for name, part in away.items() if name != "notAvailable"}
    for sent in (back, away | {"notAvailable": []}):
        assert event(sent)["data"] == {"practitionerKey": "p-17", "pausedFrom": None}
    assert faults(back | {"notAvailable": None}) == {("/notAvailable", "not-an-array")}


def test_every_fault_has_the_pointer_of_the_resource() -> None:
    bundle = fixture("slots_published")
    slot(bundle)["start"] = "tomorrow"
    del slot(bundle)["serviceType"]
    slot(bundle, 1)["schedule"] = {"reference": "Schedule/p-18"}
    bundle["timestamp"] = 7
    bundle["entry"].append({"resource": {"resourceType": "Patient"}})

    assert faults(bundle) == {
        ("/entry/0/resource/start", "not-an-instant"),
        ("/entry/0/resource/serviceType", "missing"),
        ("/entry/1/resource/schedule", "one-calendar-only"),
        ("/entry/2/resource", "unknown-value"),
        ("/timestamp", "not-an-instant"),
    }


def test_a_slot_of_no_known_status_is_named_with_its_other_faults() -> None:
    bundle = fixture("slots_published")
    slot(bundle).update(status="open", start="x", end=5)
    assert faults(bundle) == {
        ("/entry/0/resource/status", "unknown-value"),
        ("/entry/0/resource/start", "not-an-instant"),
        ("/entry/0/resource/end", "not-an-instant"),
    }


def test_a_slot_that_ends_before_it_starts_is_named_by_its_entry() -> None:
    bundle = fixture("slots_replaced")
    slot(bundle, 3)["end"] = "2026-12-07T09:50:00+01:00"

    assert faults(bundle) == {("/entry/3/resource", "slot-ends-before-it-starts")}


def test_free_and_busy_slots_without_a_span_are_two_messages() -> None:
    bundle = fixture("slots_withdrawn")
    slot(bundle)["status"] = "free"

    assert faults(bundle) == {("/entry/0/resource/status", "free-and-busy")}


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ([], {("/resourceType", "unknown-value")}),
        ({"resourceType": "Encounter"}, {("/resourceType", "unknown-value")}),
        ({"resourceType": ["Bundle"]}, {("/resourceType", "unknown-value")}),
        ({"resourceType": "Bundle", "entry": []}, {("/entry", "no-slots")}),
        ({"resourceType": "Bundle", "entry": [7, {"resource": []}]}, {
            ("/entry/0/resource", "unknown-value"), ("/entry/1/resource", "unknown-value")
        }),
        ({"resourceType": "Appointment", "status": "booked"}, {
            ("/status", "unknown-value"), ("/identifier", "missing"), ("/meta/lastUpdated", "missing")
        }),
        ({"resourceType": "Appointment", "status": "noshow"}, {
            ("/identifier", "missing"), ("/meta/lastUpdated", "missing")
        }),
        ({"resourceType": "PractitionerRole", "notAvailable": [{}, {}]}, {
            ("/practitioner", "missing"),
            ("/notAvailable/0/during/start", "missing"),
            ("/notAvailable/1", "one-pause-only"),
            ("/meta/lastUpdated", "missing"),
        }),
    ],
)  # fmt: skip
def test_what_is_no_event_is_named(sent: Any, expected: set[tuple[str, str]]) -> None:
    assert faults(sent) == expected
