"""What a clinic reads of a client ends with its purpose, on every route that shows it a booking."""

from __future__ import annotations

from typing import Any

import pytest
from functions.guarantees.guarantees.handler import handler as guarantees

from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.tables import Put, tables
from tests.builders import policies
from tests.builders.calls import ask, signed
from tests.builders.clinics.users import TREATS, SignedIn, bind
from tests.builders.network import ANNA, SECRET, Stage, act, begun, book, bookings, guarantee_of, soon

PERSONAL = (ANNA, "Anna Holm", "Vred om i knæet")


@pytest.fixture(autouse=True)
def _enrolled(aws: dict[str, Any]) -> None:
    assert aws
    policies.payer_of()
    policies.enrol(policies.policy_of())


def booked(stage: Stage, guarantee: Any, hours: float = 72, service: str = "first") -> str:
    slot_id = stage.free_slot(starts_at=soon(hours), service=service)
    return str(book(guarantee, slot_id, service=service).body["bookingId"])


def read(stage: Stage, booking_id: str) -> Any:
    return stage.get(f"/v1/bookings/{booking_id}").body


def years_ago(booking_id: str, years: int) -> None:
    """Moves a session so many years, and a day, into the past."""
    begun(booking_id, minutes_ago=(years * 366 + 1) * 24 * 60)


@pytest.mark.parametrize("by", ["member", "clinic"])
@pytest.mark.parametrize("hours", [2, 72])
def test_after_a_cancellation_before_any_session_the_client_is_gone(
    stage: Stage, by: str, hours: float
) -> None:
    guarantee = guarantee_of()
    booking_id = booked(stage, guarantee, hours)
    assert read(stage, booking_id)["client"]["cpr"] == ANNA
    if by == "member":
        act(booking_id, "cancel")
    else:
        stage.event("session.cancelled", {"bookingId": booking_id, "by": "clinic"})
    body = read(stage, booking_id)
    assert body["purposeEnded"] is True
    assert not {"client", "problem"} & body.keys()
    assert (body["status"], body["invoice"]["bookingId"]) == ("cancelled", booking_id)


def test_no_other_route_shows_a_clinic_the_client_of_a_cancelled_booking(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = booked(stage, guarantee)
    act(booking_id, "cancel")
    path = f"/v1/guarantees/{guarantee.guarantee_id}"
    shown = [
        read(stage, booking_id),
        stage.get(f"/v1/bookings?personId={guarantee.person_id}").body,
        ask(guarantees, signed("GET", path, clinic_id=stage.clinic_id, secret=SECRET)).body,
    ]
    assert not [text for text in PERSONAL for body in shown if text in str(body)]


def test_another_session_of_the_course_keeps_the_client(stage: Stage) -> None:
    guarantee = guarantee_of()
    cancelled, other = booked(stage, guarantee), booked(stage, guarantee, 96, "follow-up")
    act(cancelled, "cancel")
    assert read(stage, cancelled)["client"]["name"] == "Anna Holm"
    act(other, "cancel")
    assert [read(stage, each).get("purposeEnded") for each in (cancelled, other)] == [True, True]


def test_a_course_of_another_guarantee_does_not_keep_the_client(stage: Stage) -> None:
    booking_id = booked(stage, guarantee_of())
    booked(stage, guarantee_of(), 96)
    act(booking_id, "cancel")
    assert "client" not in read(stage, booking_id)


def test_after_a_course_the_client_stays_for_the_years_of_documentation(stage: Stage) -> None:
    booking_id = booked(stage, guarantee_of())
    begun(booking_id)
    assert stage.event("session.held", {"bookingId": booking_id}).status == 202
    assert read(stage, booking_id)["client"]["cpr"] == ANNA
    years_ago(booking_id, 4)
    assert read(stage, booking_id)["client"]["cpr"] == ANNA
    years_ago(booking_id, 5)
    assert "client" not in read(stage, booking_id)


def test_the_clinics_people_read_no_longer_than_its_system(stage: Stage) -> None:
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    booking_id = booked(stage, guarantee_of())
    call = SignedIn(TREATS, stage.clinic_id).call("GET", f"/v1/bookings/{booking_id}")
    assert ask(bookings(), call).body["client"]["cpr"] == ANNA
    act(booking_id, "cancel")
    assert "client" not in ask(bookings(), call).body


def test_control_a_booking_that_is_not_cancelled_shows_the_client(stage: Stage) -> None:
    booking_id = booked(stage, guarantee_of())
    act(booking_id, "cancel")
    key = (case_partition(booking_id), f"BOOKING#{booking_id}")
    table = tables.settings.cases_table
    item = tables.get(table, *key) or {}
    tables.commit([Put(table, {**item, "status": "booked"}, when=None)])
    assert read(stage, booking_id)["problem"]["description"] == "Vred om i knæet"
