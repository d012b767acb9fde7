"""The debriefing by phone of crisis help: a session of its own kind, for no other treatment (F1-12)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import SlotId
from helsebro.money import Money
from helsebro.tariffs.fee import Fee
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from tests.builders.calls import ask, event, member
from tests.builders.network import (
    Stage,
    act,
    book,
    book_series,
    guarantee_of,
    practitioners,
    slot_body,
    soon,
    staged,
    stored,
)

FEES = (Fee("first", Money.of(950)), Fee("follow-up", Money.of(850)), Fee("debriefing", Money.of(900)))
pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def psychologist(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged(profession="psychologist", crisisHelp=True, treatments=["psychologist"])


def by_phone(stage: Stage, hours: float = 72) -> SlotId:
    return stage.free_slot(starts_at=soon(hours), service="debriefing")


def in_crisis() -> Guarantee:
    return guarantee_of(treatment="crisis-help", fees=FEES)


def for_conversations() -> Guarantee:
    return guarantee_of(treatment="psychologist", fees=FEES[:2])


def seen(stage: Stage, query: str = "") -> list[str]:
    path = f"/v1/practitioners/{stage.practitioner_id}/slots{query}"
    return [slot["slotId"] for slot in ask(practitioners(), event("GET", path, by=member())).body["items"]]


@pytest.mark.parametrize("minutes, status", [(29, 422), (30, 202), (45, 202), (46, 422)])
def test_it_lasts_30_to_45_minutes(psychologist: Stage, minutes: int, status: int) -> None:
    answer = psychologist.publish(slot_body(minutes=minutes, service="debriefing"))
    assert answer.status == status
    faults = [each["code"] for each in answer.body.get("errors", ())]
    assert faults == ([] if status == 202 else ["debriefing-length"])


def test_other_sessions_are_as_long_as_the_clinic_says(psychologist: Stage) -> None:
    assert psychologist.publish(slot_body(minutes=90)).status == 202


def test_its_times_are_shown_to_who_asks_for_them(psychologist: Stage) -> None:
    phone, first = by_phone(psychologist), psychologist.free_slot(starts_at=soon(96))
    assert seen(psychologist) == [first]
    assert seen(psychologist, "?service=debriefing") == [phone]


def test_it_is_booked_in_crisis_help_at_its_own_fee(psychologist: Stage) -> None:
    guarantee = in_crisis()
    answer = book(guarantee, by_phone(psychologist), service="debriefing")
    assert answer.status == 201, answer.body
    booking = DynamoBookings().find(answer.body["bookingId"])
    assert (booking.service, booking.reserved) == ("debriefing", Money.of(900))
    assert booking.ends_at - booking.starts_at == timedelta(minutes=45)
    assert stored(guarantee)["sessionsBooked"] == 1


def test_it_leaves_the_first_consultation_to_be_booked(psychologist: Stage) -> None:
    guarantee = in_crisis()
    assert book(guarantee, by_phone(psychologist), service="debriefing").status == 201
    assert book(guarantee, psychologist.free_slot(starts_at=soon(96))).status == 201


def test_no_other_guarantee_pays_for_it(psychologist: Stage) -> None:
    guarantee = for_conversations()
    answer = book(guarantee, by_phone(psychologist), service="debriefing")
    assert (answer.status, answer.body["code"]) == (422, "debriefing-not-covered")
    assert stored(guarantee)["sessionsBooked"] == 0


def test_no_other_session_is_moved_to_its_time(psychologist: Stage) -> None:
    guarantee = for_conversations()
    booking_id = book(guarantee, psychologist.free_slot(starts_at=soon(96))).body["bookingId"]
    body = {"slotId": by_phone(psychologist), "service": "debriefing"}
    answer = act(booking_id, "reschedule", body=body)
    assert (answer.status, answer.body["code"]) == (422, "debriefing-not-covered")


def test_no_series_of_other_sessions_has_its_time(psychologist: Stage) -> None:
    guarantee = for_conversations()
    slots = [psychologist.free_slot(starts_at=soon(96)), by_phone(psychologist)]
    answer = book_series(guarantee, slots)
    assert [(each["pointer"], each["code"]) for each in answer.body["errors"]] == [
        ("/slotIds/1", "debriefing-not-covered")
    ]
