"""A slot that becomes free is offered to the member whose guarantee expires first, for 30 minutes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro.bookings.waitlist.entry import MOST_OFFERS
from helsebro.local_day import local_day
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from tests.builders.calls import member
from tests.builders.clinics.mondays import monday
from tests.builders.clinics.waitlist import (
    choose,
    entry_of,
    events,
    expire,
    keep,
    keep_up,
    leave,
    time_is_up,
    waiting,
)
from tests.builders.network import (
    ANNA,
    BO,
    Stage,
    act,
    book,
    guarantee_of,
    set_practitioner,
    slot_body,
    soon,
    staged,
    stored,
)

pytestmark = pytest.mark.usefixtures("aws")
CAROL = "0303831234"


def until(days: int) -> dict[str, Any]:
    """A guarantee that is valid for so many days more."""
    return {"valid_until": local_day(datetime.now(UTC)) + timedelta(days=days)}


def offered(waitlist_id: str) -> str | None:
    """Returns the slot that is offered to an entry."""
    offer = entry_of(waitlist_id).offer
    return offer.slot_id if offer else None


def test_a_cancelled_session_is_offered_to_the_member_whose_guarantee_expires_first(stage: Stage) -> None:
    slot_id = stage.free_slot()
    booking_id = book(guarantee_of(CAROL), slot_id, by=member(CAROL)).body["bookingId"]
    later, sooner = (
        waiting(stage, guarantee_of(**until(90))),
        waiting(stage, guarantee_of(BO, **until(30)), BO),
    )
    act(booking_id, "cancel", by=member(CAROL))
    keep_up()
    assert (offered(sooner), offered(later)) == (slot_id, None)
    expires_at = entry_of(sooner).present_offer().expires_at
    assert timedelta(minutes=29) < expires_at - datetime.now(UTC) <= timedelta(minutes=30)


def test_the_member_who_joined_first_is_first_among_equals(stage: Stage) -> None:
    first, second = waiting(stage, guarantee_of()), waiting(stage, guarantee_of(BO), BO)
    slot_id = stage.free_slot()
    keep_up()
    assert (offered(first), offered(second)) == (slot_id, None)


def test_published_slots_go_to_as_many_members_as_there_are_slots(stage: Stage) -> None:
    entries = [waiting(stage, guarantee_of(cpr), cpr) for cpr in (ANNA, BO, CAROL)]
    stage.publish(slot_body(soon(72)), slot_body(soon(73)))
    keep_up()
    assert [entry_of(entry).status for entry in entries] == ["offered", "offered", "waiting"]
    assert len({offered(entry) for entry in entries[:2]}) == 2


def test_the_slot_that_a_moved_session_leaves_is_offered(stage: Stage) -> None:
    old, new = stage.free_slot(), stage.free_slot(starts_at=soon(80))
    booking_id = book(guarantee_of(CAROL), old, by=member(CAROL)).body["bookingId"]
    entry = waiting(stage, guarantee_of())
    act(booking_id, "reschedule", by=member(CAROL), body={"slotId": new})
    keep_up()
    assert offered(entry) == old


def test_a_slot_that_was_free_before_is_not_offered(stage: Stage) -> None:
    stage.free_slot()
    entry = waiting(stage, guarantee_of())
    keep_up()
    assert entry_of(entry).status == "waiting"


@pytest.mark.parametrize(
    "wish",
    [
        pytest.param({"earliest": str(local_day(soon(96)))}, id="a later day"),
        pytest.param({"latest": str(local_day(soon(24)))}, id="an earlier day"),
        pytest.param({"service": "follow-up"}, id="another service"),
    ],
)
def test_a_slot_that_the_member_did_not_wish_for_is_not_offered(stage: Stage, wish: dict[str, str]) -> None:
    entry = waiting(stage, guarantee_of(), **wish)
    stage.free_slot()
    keep_up()
    assert entry_of(entry).status == "waiting"


def test_a_slot_that_begins_before_an_offer_would_expire_is_not_offered(stage: Stage) -> None:
    entry = waiting(stage, guarantee_of())
    stage.free_slot(starts_at=soon(0) + timedelta(minutes=20))
    keep_up()
    assert entry_of(entry).status == "waiting"


def test_an_offered_slot_can_be_booked_by_no_one_else(stage: Stage) -> None:
    waiting(stage, guarantee_of())
    slot_id = stage.free_slot()
    keep_up()
    assert book(guarantee_of(BO), slot_id, by=member(BO)).body["code"] == "slot-taken"


def test_an_accepted_offer_is_booked_and_ends_the_entry(stage: Stage) -> None:
    guarantee = guarantee_of()
    entry, slot_id = waiting(stage, guarantee), stage.free_slot()
    keep_up()
    answer = choose(entry, "accept")
    assert (answer.status, answer.body["slotId"], answer.body["status"]) == (201, slot_id, "booked")
    assert stored(guarantee)["sessionsBooked"] == 1
    assert entry_of(entry).booking_id == answer.body["bookingId"]
    [ended] = events("waitlist.ended")
    assert ended["why"] == "booked"
    assert choose(entry, "accept").body["code"] == "waitlist-entry-closed"


def test_a_repeated_acceptance_under_its_key_returns_the_first_answer(stage: Stage) -> None:
    entry = waiting(stage, guarantee_of())
    stage.free_slot()
    keep_up()
    first, second = choose(entry, "accept", key="once"), choose(entry, "accept", key="once")
    assert (first.status, second.status, second.body) == (201, 201, first.body)


def test_nothing_can_be_accepted_or_declined_before_an_offer(stage: Stage) -> None:
    entry = waiting(stage, guarantee_of())
    for verb in ("accept", "decline"):
        answer = choose(entry, verb)
        assert (answer.status, answer.body["code"]) == (409, "waitlist-nothing-offered")


def test_an_expired_offer_is_409_and_goes_to_the_next_member(stage: Stage) -> None:
    first, second = waiting(stage, guarantee_of()), waiting(stage, guarantee_of(BO), BO)
    slot_id = stage.free_slot()
    keep_up()
    expire(first)
    answer = choose(first, "accept")
    assert (answer.status, answer.body["code"]) == (409, "waitlist-offer-expired")
    time_is_up(first)
    keep_up()
    assert (offered(first), offered(second)) == (None, slot_id)
    assert entry_of(first).status == "waiting"
    assert choose(second, "accept", BO).status == 201


def test_the_clock_of_an_earlier_offer_does_not_end_a_later_one(stage: Stage) -> None:
    entry = waiting(stage, guarantee_of())
    stage.free_slot()
    keep_up()
    time_is_up(entry)
    assert entry_of(entry).status == "offered"


def test_a_declined_slot_goes_to_the_next_member_and_does_not_come_back(stage: Stage) -> None:
    first, second = waiting(stage, guarantee_of()), waiting(stage, guarantee_of(BO), BO)
    slot_id = stage.free_slot()
    keep_up()
    declined = choose(first, "decline")
    assert (declined.status, declined.body["status"], declined.body["offersLeft"]) == (200, "waiting", 2)
    keep_up()
    assert offered(second) == slot_id
    choose(second, "decline", BO)
    keep_up()
    assert (offered(first), DynamoSlots().find(slot_id).status) == (None, "free")


def test_an_entry_ends_after_three_offers_that_were_not_taken(stage: Stage) -> None:
    entry = waiting(stage, guarantee_of())
    for number in range(MOST_OFFERS):
        stage.free_slot(starts_at=soon(72 + number))
        keep_up()
        expire(entry)
        time_is_up(entry)
    assert (entry_of(entry).status, entry_of(entry).ended_because) == ("ended", "offers-missed")
    [ended] = events("waitlist.ended")
    assert ended["why"] == "offers-missed"


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        ("withdrawn", "slot-gone"),
        ("declined", None),
        ("expired", None),
    ],
)
def test_the_event_says_when_an_offer_was_taken_back_because_its_slot_is_gone(
    stage: Stage, happens: str, why: str | None
) -> None:
    entry, slot = waiting(stage, guarantee_of()), slot_body()
    stage.publish(slot)
    keep_up()
    if happens == "withdrawn":
        stage.event("slots.withdrawn", {"practitionerKey": stage.key, "keys": [slot["key"]]})
        keep_up()
    elif happens == "declined":
        choose(entry, "decline")
    else:
        expire(entry)
        time_is_up(entry)
    [passed] = events("waitlist.passed")
    assert passed.get("why") == why


def test_an_offer_that_the_clinic_withdraws_does_not_count_against_the_member(stage: Stage) -> None:
    entry, slot = waiting(stage, guarantee_of()), slot_body()
    stage.publish(slot)
    keep_up()
    stage.event("slots.withdrawn", {"practitionerKey": stage.key, "keys": [slot["key"]]})
    answer = choose(entry, "accept")
    assert (answer.status, answer.body["code"]) == (409, "waitlist-offer-withdrawn")
    assert (entry_of(entry).status, entry_of(entry).passed) == ("waiting", ())
    second = stage.free_slot(starts_at=soon(80))
    keep_up()
    assert offered(entry) == second


def test_who_leaves_with_an_offer_leaves_the_slot_to_the_next_member(stage: Stage) -> None:
    first, second = waiting(stage, guarantee_of()), waiting(stage, guarantee_of(BO), BO)
    slot_id = stage.free_slot()
    keep_up()
    assert [leave(first).status, leave(first).status] == [204, 204]
    keep_up()
    assert (entry_of(first).ended_because, offered(second)) == ("withdrawn", slot_id)


def test_an_offered_slot_that_is_booked_as_any_other_ends_the_entry(stage: Stage) -> None:
    guarantee = guarantee_of()
    entry, slot_id = waiting(stage, guarantee), stage.free_slot()
    keep_up()
    booked = book(guarantee, slot_id)
    keep_up()
    assert (entry_of(entry).status, entry_of(entry).booking_id) == ("booked", booked.body["bookingId"])


def test_an_offered_slot_to_which_a_session_is_moved_ends_the_entry(stage: Stage) -> None:
    guarantee = guarantee_of()
    taken = stage.free_slot(service="follow-up")
    booking_id = book(guarantee, taken, service="follow-up").body["bookingId"]
    entry, slot_id = waiting(stage, guarantee), stage.free_slot(starts_at=soon(80), service="follow-up")
    keep_up()
    assert act(booking_id, "reschedule", body={"slotId": slot_id}).status == 200
    keep_up()
    assert (entry_of(entry).status, entry_of(entry).booking_id) == ("booked", booking_id)


def test_a_slot_that_became_free_during_an_offer_is_offered_after_it(stage: Stage) -> None:
    entry, first = waiting(stage, guarantee_of()), stage.free_slot()
    keep_up()
    second = stage.free_slot(starts_at=soon(80))
    keep_up()
    assert offered(entry) == first
    choose(entry, "decline")
    keep_up()
    assert offered(entry) == second


def test_a_guarantee_has_one_offer_at_a_time(stage: Stage) -> None:
    guarantee = guarantee_of(**until(30))
    own = [waiting(stage, guarantee) for _ in range(2)]
    other = waiting(stage, guarantee_of(BO), BO)
    stage.publish(*(slot_body(soon(hours), service="follow-up") for hours in (72, 73)))
    keep_up()
    assert [entry_of(entry).status for entry in (*own, other)] == ["offered", "waiting", "offered"]
    choose(own[0], "accept")
    stage.free_slot(starts_at=soon(74), service="follow-up")
    keep_up()
    assert entry_of(own[1]).status == "offered"


@pytest.mark.parametrize("change", [{"insuranceClients": False}, {"treatments": ["dietitian"]}])
def test_a_practitioner_who_does_not_offer_the_treatment_any_more_gets_no_client(
    stage: Stage, change: dict[str, Any]
) -> None:
    entry = waiting(stage, guarantee_of())
    set_practitioner(stage.clinic_id, stage.key, **change)
    stage.free_slot()
    keep_up()
    assert entry_of(entry).status == "waiting"


def test_a_slot_in_a_full_week_is_not_offered() -> None:
    stage = staged(weeklyCapacity=1)
    slot_id, entry = stage.free_slot(starts_at=monday()), waiting(stage, guarantee_of())
    book(guarantee_of(BO), slot_id, by=member(BO))
    stage.free_slot(starts_at=monday() + timedelta(days=1))
    keep("slots.published", practitionerId=stage.practitioner_id)
    assert entry_of(entry).status == "waiting"


def test_a_slot_in_a_week_with_room_is_offered() -> None:
    stage = staged(weeklyCapacity=2)
    next_day = monday() + timedelta(days=1)
    slot_id = stage.free_slot(starts_at=monday())
    entry = waiting(stage, guarantee_of(), latest=str(next_day.date()))
    book(guarantee_of(BO), slot_id, by=member(BO))
    other = stage.free_slot(starts_at=next_day)
    keep("slots.published", practitionerId=stage.practitioner_id)
    assert offered(entry) == other


def test_an_event_about_a_practitioner_who_is_gone_changes_nothing() -> None:
    keep("slots.published", practitionerId="prc_aaaaaaaaaaaaaaaa")
    keep("booking.cancelled", practitionerId="prc_aaaaaaaaaaaaaaaa", slotId="slt_aaaaaaaaaaaaaaaaaaaaaaa")
    keep("waitlist.ended", waitlistId="wtl_gone", why="withdrawn")
    time_is_up("wtl_aaaa")
