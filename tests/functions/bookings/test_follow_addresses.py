"""A booking says where its session is; when the clinic moves, it says so and the member is told (F0-21)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import BookingId
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.keys import booking_key
from helsebro_aws.dynamodb.tables import Update, tables
from tests.builders.calls import ask, event, member
from tests.builders.clinics.waitlist import events
from tests.builders.events.messages import comes_again, event_of
from tests.builders.network import (
    ANNA,
    Stage,
    act,
    book,
    bookings,
    guarantee_of,
    practitioner_body,
    set_practitioner,
    soon,
    staged,
)

pytestmark = pytest.mark.usefixtures("aws")
FIRST = practitioner_body()["address"]
NEW = {"street": "Nygade 7", "postcode": "2100", "city": "København Ø", "country": "DK"}
IN_AARHUS = {"key": "aarhus", "street": "Ågade 1", "postcode": "8000", "city": "Aarhus", "country": "DK"}


def booked(stage: Stage, hours: float = 72, **slot: Any) -> str:
    """Returns the id of a booking of Anna's."""
    answer = book(guarantee_of(), stage.free_slot(starts_at=soon(hours), **slot))
    assert answer.status == 201, answer.body
    return str(answer.body["bookingId"])


def address_of(booking_id: str) -> Any:
    """Returns the address that Anna reads."""
    return ask(bookings(), event("GET", f"/v1/bookings/{booking_id}", by=member(ANNA))).body.get("address")


def calendar_of(booking_id: str) -> str:
    """Returns the calendar file of a booking."""
    from functions.bookings.calendar_feeds.handler import handler

    path = f"/v1/bookings/{booking_id}/calendar"
    return str(ask(handler, event("GET", path, by=member(ANNA))).body).replace("\\,", ",")


def moves(stage: Stage, **practitioner: Any) -> None:
    """Sets the practitioner, and lets the bookings follow as the events of the outbox require, twice."""
    from functions.bookings.follow_addresses.handler import handler

    assert set_practitioner(stage.clinic_id, stage.key, **practitioner).status == 200
    for moved in events("practitioner.moved") * 2:
        assert comes_again(handler, {**event_of("practitioner.moved"), "data": moved}) == []


def test_a_booking_says_where_its_session_is(stage: Stage) -> None:
    answer = book(guarantee_of(), stage.free_slot())
    assert answer.body["address"] == FIRST == address_of(answer.body["bookingId"])


def test_a_session_follows_the_clinic_to_its_new_address_and_the_member_is_told_once(stage: Stage) -> None:
    booking_id = booked(stage)
    moves(stage, address=NEW)
    assert address_of(booking_id) == NEW
    [told] = events("booking.relocated")
    assert told["bookingId"] == booking_id
    assert "Nygade" not in str(told)
    calendar = calendar_of(booking_id)
    assert "LOCATION:Nygade 7, 2100 København Ø" in calendar
    assert "SEQUENCE:1" in calendar


def test_a_second_move_is_told_too(stage: Stage) -> None:
    booking_id = booked(stage)
    moves(stage, address=NEW)
    moves(stage, address={**NEW, "street": "Nygade 9"})
    assert address_of(booking_id)["street"] == "Nygade 9"
    assert len(events("booking.relocated")) == 2


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            {"address": {**FIRST, "lat": 55.7, "lon": 12.5}}, id="only its position is known better"
        ),
        pytest.param({"address": NEW, "addresses": [{"key": "old", **FIRST}]}, id="it has another key"),
        pytest.param({"addresses": [IN_AARHUS]}, id="another one is added"),
    ],
)
def test_a_session_stays_while_the_practitioner_keeps_its_address(
    stage: Stage, change: dict[str, Any]
) -> None:
    booking_id = booked(stage)
    moves(stage, **change)
    assert address_of(booking_id)["street"] == FIRST["street"]
    assert events("booking.relocated") == []


def test_a_session_at_a_second_address_stays_when_the_first_one_changes() -> None:
    stage = staged(addresses=[IN_AARHUS])
    booking_id = booked(stage, addressKey="aarhus")
    moves(stage, address=NEW, addresses=[IN_AARHUS])
    assert address_of(booking_id)["street"] == IN_AARHUS["street"]
    assert events("booking.relocated") == []


def test_a_moved_booking_says_where_its_new_slot_is() -> None:
    stage = staged(addresses=[IN_AARHUS])
    booking_id = booked(stage)
    slot_id = stage.free_slot(starts_at=soon(90), addressKey="aarhus")
    moved = act(booking_id, "reschedule", body={"slotId": slot_id})
    assert moved.body["address"]["street"] == IN_AARHUS["street"]


def test_a_cancelled_session_keeps_the_address_it_had(stage: Stage) -> None:
    booking_id = booked(stage)
    act(booking_id, "cancel")
    moves(stage, address=NEW)
    assert address_of(booking_id) == FIRST
    assert events("booking.relocated") == []


def test_a_booking_from_before_addresses_were_kept_gets_its_own_and_no_one_is_told(stage: Stage) -> None:
    booking_id = booked(stage)
    key = booking_key(BookingId(booking_id))
    tables.commit([Update("cases", *key, remove=("address", "relocations"))])
    assert DynamoBookings().find(BookingId(booking_id)).address is None
    moves(stage, address=NEW)
    assert address_of(booking_id) == NEW
    assert events("booking.relocated") == []


def test_another_change_of_a_practitioner_moves_nothing(stage: Stage) -> None:
    booked(stage)
    moves(stage, languages=["da"])
    assert events("practitioner.moved") == []
