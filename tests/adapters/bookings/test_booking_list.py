"""A payer's staff list all bookings of their payer, a clinic all of its own, page by page."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.network import ANNA, BO, act, book, bookings, guarantee_of, soon, staged

pytestmark = pytest.mark.usefixtures("aws")
CASEWORKER = staff("caseworker")


def listed(query: str = "", by: dict[str, Any] | None = None) -> Answered:
    return ask(bookings(), event("GET", f"/v1/bookings?{query}", by=by or CASEWORKER))


def ids(answer: Answered) -> list[str]:
    return [item["bookingId"] for item in answer.body["items"]]


@pytest.fixture
def booked(aws: dict[str, Any]) -> list[str]:
    """Bookings of two people at one payer, in the order they were booked, and one at another payer."""
    assert aws
    stage = staged()
    made = []
    for number, (cpr, payer) in enumerate([(ANNA, "tryg"), (BO, "tryg"), (ANNA, "gjensidige"), (BO, "tryg")]):
        slot_id = stage.free_slot(starts_at=soon(72 + number))
        answer = book(guarantee_of(cpr, payer), slot_id, by=member(cpr))
        assert answer.status == 201, answer.body
        made.append(str(answer.body["bookingId"]))
    return made


def test_staff_who_name_no_person_list_all_bookings_of_their_payer_page_by_page(booked: list[str]) -> None:
    first = listed("limit=2")
    second = listed(f"limit=2&cursor={first.body['nextCursor']}")
    assert ids(first) + ids(second) == [booked[3], booked[1], booked[0]]
    assert second.body["nextCursor"] is None
    assert ids(listed(by=staff("quality", payer="gjensidige"))) == [booked[2]]


def test_a_cancelled_booking_keeps_its_place_and_is_shown_as_it_is(booked: list[str]) -> None:
    assert act(booked[0], "cancel").status == 200
    answer = listed()
    assert ids(answer) == [booked[3], booked[1], booked[0]]
    assert [item["status"] for item in answer.body["items"]] == ["booked", "booked", "cancelled"]


def test_a_list_for_a_person_shows_only_that_persons_bookings(booked: list[str]) -> None:
    person_id = guarantee_of(BO).person_id
    assert ids(listed(f"personId={person_id}")) == [booked[3], booked[1]]


def test_finance_lists_no_bookings(booked: list[str]) -> None:
    assert listed(by=staff("finance")).status == 403
    assert booked


def test_a_clinic_that_names_no_person_lists_its_bookings_at_every_payer_and_no_other(aws: Any) -> None:
    assert aws
    stage, other = staged(), staged("other")
    made = [
        book(guarantee_of(cpr, payer), stage.free_slot(starts_at=soon(72 + number)), by=member(cpr))
        for number, (cpr, payer) in enumerate([(ANNA, "tryg"), (BO, "gjensidige"), (ANNA, "tryg")])
    ]
    booked = [str(answer.body["bookingId"]) for answer in made]
    assert act(booked[0], "cancel").status == 200
    first = stage.get("/v1/bookings?limit=2")
    second = stage.get(f"/v1/bookings?limit=2&cursor={first.body['nextCursor']}")
    assert ids(first) + ids(second) == booked[::-1]
    assert second.body["nextCursor"] is None
    assert "personId" not in first.body["items"][0]
    assert ids(other.get("/v1/bookings")) == []
