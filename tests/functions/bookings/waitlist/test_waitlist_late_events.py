"""The waitlist reads how things are now: an event that comes late or again changes nothing wrongly."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import SlotId
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from tests.builders.calls import member
from tests.builders.clinics.waitlist import (
    choose,
    entry_of,
    expire,
    keep,
    keep_up,
    occasions,
    time_is_up,
    waiting,
)
from tests.builders.network import BO, Stage, act, book, guarantee_of

pytestmark = pytest.mark.usefixtures("aws")


def again(event_type: str) -> None:
    """Brings the stored events of a type once more."""
    for event in occasions():
        if event["type"] == event_type:
            keep(event_type, **event["data"])


def booked_and_cancelled(stage: Stage, guarantee: Guarantee) -> SlotId:
    """Returns a slot that the guarantee had booked before the session was cancelled."""
    slot_id = stage.free_slot()
    act(book(guarantee, slot_id).body["bookingId"], "cancel")
    return slot_id


def test_a_late_event_of_a_cancelled_booking_takes_no_offer_of_its_slot(stage: Stage) -> None:
    guarantee = guarantee_of()
    entry = waiting(stage, guarantee)
    slot_id = booked_and_cancelled(stage, guarantee)
    again("booking.cancelled")
    assert entry_of(entry).present_offer().slot_id == slot_id
    again("booking.created")
    assert (entry_of(entry).status, DynamoSlots().find(slot_id).status) == ("offered", "held")
    assert choose(entry, "accept").status == 201


def test_an_offered_slot_that_is_booked_as_any_other_ends_the_entry_in_any_order(stage: Stage) -> None:
    entry = waiting(stage, guarantee := guarantee_of(sessions_granted=1))
    slot_id = stage.free_slot()
    keep_up()
    booked = book(guarantee, slot_id).body["bookingId"]
    keep("guarantee.extended", claimId=guarantee.claim_id, guaranteeId=guarantee.guarantee_id)
    again("booking.created")
    assert (entry_of(entry).status, entry_of(entry).booking_id) == ("booked", booked)


def test_the_end_of_an_offer_whose_slot_the_member_booked_ends_the_entry(stage: Stage) -> None:
    entry = waiting(stage, guarantee := guarantee_of())
    slot_id = stage.free_slot()
    keep_up()
    booked = book(guarantee, slot_id).body["bookingId"]
    expire(entry)
    time_is_up(entry)
    assert (entry_of(entry).status, entry_of(entry).booking_id) == ("booked", booked)


@pytest.mark.parametrize(("by", "status"), [("client", "offered"), ("clinic", "waiting")])
def test_a_session_that_a_client_cancels_by_phone_leaves_its_slot_to_who_waits(
    stage: Stage, by: str, status: str
) -> None:
    slot_id = stage.free_slot()
    booking_id = book(guarantee_of(BO), slot_id, by=member(BO)).body["bookingId"]
    entry = waiting(stage, guarantee_of())
    data: dict[str, Any] = {"bookingId": booking_id, "by": by}
    assert stage.event("session.cancelled", data).status == 202
    again("session.cancelled")
    assert entry_of(entry).status == status
