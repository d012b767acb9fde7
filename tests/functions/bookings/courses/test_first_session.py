"""A guarantee has one first consultation: a second is refused by every way to book (F0-09)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from helsebro.bookings.slot_cover import FirstSessionBooked
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import SlotId
from helsebro.receipt import Receipt
from helsebro_aws.bookings.booking_changes import BookingChanges
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.making.new_booking import NewBookings
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.clinics.matches import guarantees, insured_guarantee, match
from tests.builders.clinics.waitlist import choose, entry_of, join, keep_up, waiting
from tests.builders.network import (
    ANNA,
    BO,
    Stage,
    act,
    begun,
    book,
    book_series,
    bookings,
    guarantee_of,
    hold,
    soon,
    staged,
    stored,
)

pytestmark = pytest.mark.usefixtures("aws")
WAYS: dict[str, Callable[[Guarantee, Stage], Answered]] = {
    "hold": lambda guarantee, stage: hold(guarantee, first(stage)),
    "booking": lambda guarantee, stage: book(guarantee, first(stage)),
    "by staff": lambda guarantee, stage: book(guarantee, first(stage), by=staff("caseworker")),
    "series": lambda guarantee, stage: book_series(guarantee, [first(stage), follow_up(stage, 110)]),
    "wish": lambda guarantee, stage: join(guarantee, practitionerId=stage.practitioner_id, service="first"),
    "move": lambda guarantee, stage: act(
        book(guarantee, follow_up(stage), service="follow-up").body["bookingId"],
        "reschedule",
        body={"slotId": first(stage), "service": "first"},
    ),
}


def first(stage: Stage, hours: float = 96) -> SlotId:
    """Returns the id of a free slot for a first consultation."""
    return stage.free_slot(starts_at=soon(hours))


def follow_up(stage: Stage, hours: float = 100) -> SlotId:
    """Returns the id of a free slot for a follow-up."""
    return stage.free_slot(starts_at=soon(hours), service="follow-up")


def begun_course(stage: Stage, **changes: Any) -> tuple[Guarantee, str]:
    """Returns a guarantee whose first consultation is booked, and that booking."""
    guarantee = guarantee_of(**changes)
    answer = book(guarantee, first(stage, 72))
    assert answer.status == 201, answer.body
    return guarantee, answer.body["bookingId"]


@pytest.mark.parametrize("way", WAYS)
def test_a_second_first_consultation_is_refused_and_names_what_to_book(stage: Stage, way: str) -> None:
    guarantee, _ = begun_course(stage)
    answer = WAYS[way](guarantee, stage)
    assert (answer.status, answer.body["code"]) == (422, "first-session-booked")
    assert "opfølgning" in answer.body["detail"]


def test_the_own_slot_of_the_first_consultation_is_taken_with_the_next_free_ones(stage: Stage) -> None:
    guarantee, slot_id = guarantee_of(), first(stage, 72)
    free = first(stage, 120)
    assert book(guarantee, slot_id).status == 201
    answer = book(guarantee, slot_id)
    assert (answer.status, answer.body["code"]) == (409, "slot-taken")
    assert [slot["slotId"] for slot in answer.body["nextSlots"]] == [free]


@pytest.mark.parametrize(
    ("language", "said"), [("da", "opfølgning"), ("nb", "oppfølging"), ("en", "Book a follow-up")]
)
def test_the_refusal_is_in_the_readers_language(stage: Stage, language: str, said: str) -> None:
    guarantee, _ = begun_course(stage)
    body = {"guaranteeId": guarantee.guarantee_id, "slotId": first(stage), "service": "first"}
    call = event("POST", "/v1/bookings", by=member(ANNA), body=body, headers={"accept-language": language})
    assert said in ask(bookings(), call).body["detail"]


def test_follow_ups_are_booked_after_it_and_before_it(stage: Stage) -> None:
    guarantee, _ = begun_course(stage)
    hours = (60, 100)
    answers = [book(guarantee, follow_up(stage, each), service="follow-up") for each in hours]
    assert [answer.status for answer in answers] == [201, 201]


def test_one_that_was_held_counts(stage: Stage) -> None:
    guarantee, booking_id = begun_course(stage)
    begun(booking_id)
    assert stage.event("session.held", {"bookingId": booking_id}).status == 202
    assert book(guarantee, first(stage)).body["code"] == "first-session-booked"


@pytest.mark.parametrize("by", ["member", "clinic"])
def test_one_that_was_cancelled_does_not_count(stage: Stage, by: str) -> None:
    guarantee, booking_id = begun_course(stage)
    if by == "member":
        assert act(booking_id, "cancel").status == 200
    else:
        assert stage.event("session.cancelled", {"bookingId": booking_id, "by": "clinic"}).status == 202
    assert "firstBookingId" not in stored(guarantee)
    assert book(guarantee, first(stage)).status == 201
    assert book(guarantee, first(stage, 120)).body["code"] == "first-session-booked"


def test_one_that_was_cancelled_late_or_missed_did_not_take_place_either(stage: Stage) -> None:
    guarantee = guarantee_of()
    late = book(guarantee, first(stage, 2)).body["bookingId"]
    assert act(late, "cancel").body["lateCancellation"] is True
    missed = book(guarantee, first(stage, 80)).body["bookingId"]
    begun(missed)
    assert stage.event("session.missed", {"bookingId": missed}).status == 202
    assert book(guarantee, first(stage)).status == 201


def test_a_cancelled_follow_up_leaves_the_first_consultation_as_it_is(stage: Stage) -> None:
    guarantee, _ = begun_course(stage)
    later = book(guarantee, follow_up(stage), service="follow-up").body["bookingId"]
    assert act(later, "cancel").status == 200
    assert book(guarantee, first(stage)).body["code"] == "first-session-booked"


def test_it_moves_to_another_slot_of_its_kind(stage: Stage) -> None:
    guarantee, booking_id = begun_course(stage)
    assert act(booking_id, "reschedule", body={"slotId": first(stage)}).status == 200
    assert stored(guarantee)["firstBookingId"] == booking_id


def test_one_that_moves_to_a_follow_up_makes_room_and_back_it_takes_it(stage: Stage) -> None:
    guarantee, booking_id = begun_course(stage)
    to_follow_up = {"slotId": follow_up(stage), "service": "follow-up"}
    assert act(booking_id, "reschedule", body=to_follow_up).status == 200
    assert "firstBookingId" not in stored(guarantee)
    back = {"slotId": first(stage, 130), "service": "first"}
    assert act(booking_id, "reschedule", body=back).status == 200
    assert stored(guarantee)["firstBookingId"] == booking_id


def test_a_series_names_every_first_consultation_beyond_the_one(stage: Stage) -> None:
    guarantee = guarantee_of()
    slots = [first(stage, 120), follow_up(stage, 100), first(stage, 110)]
    answer = book_series(guarantee, slots)
    assert answer.body["code"] == "first-session-booked"
    assert [fault["pointer"] for fault in answer.body["errors"]] == ["/slotIds/0"]
    assert book_series(guarantee, slots[1:]).status == 201
    assert "firstBookingId" in stored(guarantee)


def test_the_waitlist_offers_a_follow_up_and_no_second_first_consultation(stage: Stage) -> None:
    guarantee, _ = begun_course(stage)
    entry = waiting(stage, guarantee)
    first(stage, 80)
    wanted = follow_up(stage)
    keep_up()
    offer = entry_of(entry).offer
    assert offer
    assert offer.slot_id == wanted


def test_the_waitlist_offers_it_to_the_next_who_has_none(stage: Stage) -> None:
    guarantee, _ = begun_course(stage)
    waiting(stage, guarantee)
    other = waiting(stage, guarantee_of(BO), BO)
    slot_id = first(stage, 80)
    keep_up()
    offer = entry_of(other).offer
    assert offer
    assert offer.slot_id == slot_id


def test_an_offer_of_a_first_consultation_is_not_accepted_once_one_is_booked(stage: Stage) -> None:
    guarantee = guarantee_of()
    entry = waiting(stage, guarantee)
    first(stage, 80)
    keep_up()
    assert book(guarantee, first(stage, 130)).status == 201
    answer = choose(entry, "accept")
    assert (answer.status, answer.body["code"]) == (422, "first-session-booked")


def test_of_two_bookings_at_once_the_condition_lets_one_through(stage: Stage) -> None:
    """Both read the guarantee before either books."""
    guarantee = guarantee_of()
    made = [
        NewBookings().of(guarantee, slot, "first", clock.now()) for slot in (first(stage), first(stage, 99))
    ]
    (one, place), (other, elsewhere) = made
    changes = BookingChanges()
    changes.book(one, place, guarantee, None, Receipt("one", "", 201, {}))
    with pytest.raises(FirstSessionBooked):
        changes.book(other, elsewhere, guarantee, None, Receipt("other", "", 201, {}))
    booked = DynamoBookings().of_guarantee(guarantee.guarantee_id)
    assert [booking.booking_id for booking in booked] == [one.booking_id]


def test_it_counts_wherever_the_client_is_treated(stage: Stage) -> None:
    guarantee = insured_guarantee()
    booking_id = book(guarantee, first(stage, 72)).body["bookingId"]
    begun(booking_id)
    stage.event("session.held", {"bookingId": booking_id})
    other = staged("bo")
    assert match(guarantee, other).status == 200
    assert book(guarantee, first(other)).body["code"] == "first-session-booked"
    assert book(guarantee, follow_up(other), service="follow-up").status == 201


def test_no_answer_shows_the_booking_that_is_the_first(stage: Stage) -> None:
    guarantee, _ = begun_course(stage)
    read = ask(guarantees(), event("GET", f"/v1/guarantees/{guarantee.guarantee_id}", by=member(ANNA)))
    assert "firstBookingId" not in read.body
