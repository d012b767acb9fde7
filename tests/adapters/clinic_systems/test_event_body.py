"""What a clinic's system may say: what the contract asks for must be there, all else may be."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.errors import BadInput
from helsebro_aws.clinic_systems.event_body import DATA, ReportedEvent
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.http.bodies import parse

SLOT = {"key": "k", "startsAt": "2026-11-23T10:15:00Z", "endsAt": "2026-11-23T11:00:00Z", "service": "first"}
FULL: dict[str, dict[str, Any]] = {
    "slots.published": {"practitionerKey": "p", "slots": [SLOT]},
    "slots.replaced": {"practitionerKey": "p", "from": "2026-11-23T00:00:00Z", "to": "2026-11-24T00:00:00Z"},
    "slots.withdrawn": {"practitionerKey": "p", "keys": ["k"]},
    "client.contacted": {"bookingId": "bkg_x", "by": "phone"},
    "session.held": {"bookingId": "bkg_x"},
    "session.missed": {"bookingId": "bkg_x"},
    "session.cancelled": {"bookingId": "bkg_x"},
    "session.corrected": {"bookingId": "bkg_x", "became": "missed"},
    "course.ended": {"guaranteeId": "gar_x"},
    "extension.requested": {"guaranteeId": "gar_x", "sessions": 2, "justification": "Ja"},
    "client.referred-on": {"guaranteeId": "gar_x"},
    "clinic.changed": {"name": "Klinik Syd"},
    "practitioner.changed": {"practitionerKey": "p"},
}


def parsed(type_: str, data: Any) -> Any:
    body = {"type": type_, "timestamp": "2026-11-22T09:00:00Z", "data": data}
    return parse(ReportedEvent, body).data


def faults(type_: str, data: Any) -> set[tuple[str, str]]:
    with pytest.raises(BadInput) as bad:
        parsed(type_, data)
    return {(fault.pointer, fault.code) for fault in bad.value.faults}


def published(**changes: Any) -> dict[str, Any]:
    return {"practitionerKey": "p", "slots": [{**SLOT, **changes}]}


def test_every_type_has_a_full_example() -> None:
    assert FULL.keys() == DATA.keys()


@pytest.mark.parametrize("type_", DATA)
def test_an_unknown_field_is_a_fault_each(type_: str) -> None:
    more = {**FULL[type_], "note": "x", "because": {"code": 1}}

    assert faults(type_, more) == {("/data/note", "unknown-field"), ("/data/because", "unknown-field")}


def test_an_unknown_field_of_a_slot_is_a_fault_with_the_nearest_name() -> None:
    with pytest.raises(BadInput) as bad:
        parsed("slots.published", published(servise="first"))

    [fault] = bad.value.faults
    assert (fault.pointer, fault.code, fault.detail) == (
        "/data/slots/0/servise",
        "unknown-field",
        "service",
    )


@pytest.mark.parametrize("type_", DATA)
def test_what_is_missing_is_a_fault_each(type_: str) -> None:
    for name in FULL[type_]:
        less = {key: part for key, part in FULL[type_].items() if key != name}
        found = faults(type_, less)
        assert found & {
            (f"/data/{name}", "missing"),
            ("/data", "booking-or-guarantee"),
            ("/data", "no-slots"),
            ("/data", "no-detail-named"),
        }


def test_the_envelope_takes_no_more_than_it_has() -> None:
    with pytest.raises(BadInput):
        parse(
            ReportedEvent,
            {"type": "clinic.changed", "timestamp": "2026-11-22T09:00:00Z", "data": {}, "x": 1},
        )


@pytest.mark.parametrize("type_", ["client.contacted", "client.referred-on"])
@pytest.mark.parametrize("named", [("bookingId",), ("guaranteeId",), ("bookingId", "guaranteeId")])
def test_a_report_names_the_booking_or_the_guarantee(type_: str, named: tuple[str, ...]) -> None:
    by = {"by": "sms"} if type_ == "client.contacted" else {}
    data = parsed(type_, {**by, **{name: "x" for name in named}})
    assert (data.booking_id, data.guarantee_id) == tuple(
        "x" if name in named else None for name in ("bookingId", "guaranteeId")
    )


@pytest.mark.parametrize(
    ("to", "expected"),
    [("psychiatry", "psychiatry"), ({"type": "psychiatrist"}, None), ("", None)],
)
def test_where_a_client_is_referred_to_may_be_told_in_any_form(to: Any, expected: str | None) -> None:
    assert parsed("client.referred-on", {"guaranteeId": "gar_x", "to": to}).to == expected


@pytest.mark.parametrize(
    "start",
    [
        "2026-11-23T11:15:00+01:00",
        "2026-11-23T10:15:00.000Z",
        "2026-11-23T04:45:00.25-05:30",
        "2026-11-23T10:15Z",
    ],
)
def test_a_slots_time_may_be_written_in_any_zone_and_is_kept_in_utc(start: str) -> None:
    [slot] = parsed("slots.published", published(startsAt=start)).slots
    assert instant(slot.starts_at) == "2026-11-23T10:15:00Z"


@pytest.mark.parametrize(
    ("start", "code"),
    [
        ("2026-11-23T10:15:00", "instant-without-zone"),
        ("2026-11-23 10:15:00Z", "not-an-instant"),
        ("0001-01-01T00:00:00+14:00", "date-out-of-range"),
        ("9999-12-31T23:00:00-14:00", "date-out-of-range"),
    ],
)
def test_a_time_that_is_no_instant_of_a_calendar_is_a_fault(start: str, code: str) -> None:
    assert faults("slots.published", published(startsAt=start)) == {("/data/slots/0/startsAt", code)}
