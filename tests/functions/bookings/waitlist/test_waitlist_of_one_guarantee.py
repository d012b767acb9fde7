"""Several entries under one guarantee: none gets a slot that another left, or a second first consultation."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.local_day import local_day
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from tests.builders.clinics.waitlist import (
    choose,
    entry_of,
    events,
    expire,
    join,
    keep,
    keep_up,
    leave,
    time_is_up,
    waiting,
)
from tests.builders.network import BO, Stage, act, book, guarantee_of, soon

pytestmark = pytest.mark.usefixtures("aws")
SOONER: dict[str, Any] = {"valid_until": local_day(soon()) + timedelta(days=30)}
"""Of a guarantee that is first in the line."""


def offered(waitlist_id: str) -> str | None:
    """Returns the slot that is offered to an entry."""
    offer = entry_of(waitlist_id).offer
    return offer.slot_id if offer else None


@pytest.mark.parametrize("how", ["declined", "missed", "left"])
def test_a_slot_that_one_entry_did_not_take_goes_to_another_guarantee(stage: Stage, how: str) -> None:
    guarantee = guarantee_of(**SOONER)
    own, other = [waiting(stage, guarantee) for _ in range(2)], waiting(stage, guarantee_of(BO), BO)
    slot_id = stage.free_slot()
    keep_up()
    assert offered(own[0]) == slot_id
    if how == "declined":
        choose(own[0], "decline")
    elif how == "missed":
        expire(own[0])
        time_is_up(own[0])
    else:
        leave(own[0])
    keep_up()
    assert [offered(entry) for entry in (*own, other)] == [None, None, slot_id]
    choose(other, "decline", BO)
    another = stage.free_slot(starts_at=soon(80))
    keep_up()
    assert (DynamoSlots().find(slot_id).status, entry_of(own[1]).passed) == ("free", ())
    # What is left of both members still gets another slot.
    assert another in [offered(entry) for entry in own]


def test_a_slot_that_is_freed_with_one_that_was_left_still_goes_to_the_same_guarantee(stage: Stage) -> None:
    guarantee = guarantee_of(**SOONER)
    own = [waiting(stage, guarantee) for _ in range(2)]
    first = stage.free_slot()
    keep_up()
    second = stage.free_slot(starts_at=soon(80))
    choose(own[0], "decline")
    keep_up()
    assert (DynamoSlots().find(first).status, {offered(each) for each in own}) == ("free", {None, second})


def test_the_offer_of_a_second_first_session_goes_to_the_next_at_once(stage: Stage) -> None:
    guarantee = guarantee_of(**SOONER)
    open_to_any, only_first = waiting(stage, guarantee), waiting(stage, guarantee, service="first")
    other = waiting(stage, guarantee_of(BO), BO)
    taken = stage.free_slot(starts_at=soon(90))
    keep_up()
    assert offered(open_to_any) == taken
    before = stage.free_slot(starts_at=soon(60))
    booking_id = book(guarantee, before).body["bookingId"]
    keep("booking.created", claimId=guarantee.claim_id)
    after = entry_of(open_to_any)
    assert (after.status, after.offer, after.passed) == ("waiting", None, ())
    ended = entry_of(only_first)
    assert (ended.status, ended.ended_because) == ("ended", "first-session-booked")
    keep_up()
    assert offered(other) == taken
    assert [each["why"] for each in events("waitlist.ended")] == ["first-session-booked"]
    follow_up = stage.free_slot(starts_at=soon(96), service="follow-up")
    keep_up()
    assert offered(open_to_any) == follow_up
    refused = join(guarantee, practitionerId=stage.practitioner_id, service="first")
    assert (refused.status, refused.body["code"]) == (422, "first-session-booked")
    act(booking_id, "cancel")
    assert join(guarantee, practitionerId=stage.practitioner_id, service="first").status == 201


def test_an_offer_stays_when_the_other_first_session_was_cancelled_before_its_event(stage: Stage) -> None:
    guarantee = guarantee_of(**SOONER)
    entry = waiting(stage, guarantee)
    slot_id = stage.free_slot()
    keep_up()
    booking_id = book(guarantee, stage.free_slot(starts_at=soon(60))).body["bookingId"]
    act(booking_id, "cancel")
    keep("booking.created", claimId=guarantee.claim_id)
    assert offered(entry) == slot_id
