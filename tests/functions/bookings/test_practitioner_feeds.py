"""The feed of a practitioner: who makes it, what a calendar reads of it, and when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar, Event

from helsebro.calendars.slot import Slot
from helsebro_aws.calendars.dynamo_slots import slot_item
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.identity.dynamo_clinic_users import DynamoClinicUsers
from tests.builders.calls import Answered, ask, event, signed
from tests.builders.claims import outbox_rows
from tests.builders.clinics.matches import insured_guarantee
from tests.builders.clinics.users import COLLEAGUE, SIGNATORY, STRANGER, TREATS, SignedIn, bind
from tests.builders.network import (
    SECRET,
    Stage,
    act,
    book,
    clinic_practitioners,
    guarantee_of,
    set_practitioner,
    soon,
    staged,
)
from tests.promises.lists.counted_reads import counted
from tests.promises.lists.rows import Row, store

pytestmark = pytest.mark.usefixtures("aws")


def feeds() -> Any:
    """Returns the function's handler."""
    from functions.bookings.practitioner_feeds.handler import handler

    return handler


def readers() -> Any:
    """Returns the handler of the function that calendars read."""
    from functions.bookings.calendar_feeds.handler import handler

    return handler


def path_of(stage: Stage, key: str = "") -> str:
    return f"/v1/clinics/{stage.clinic_id}/practitioners/{key or stage.key}/calendar-feed"


def called(method: str, stage: Stage, cpr: str = TREATS, key: str = "", language: str = "da") -> Answered:
    headers = {"accept-language": language}
    return ask(feeds(), SignedIn(cpr, stage.clinic_id).call(method, path_of(stage, key), headers=headers))


def address(answer: Answered) -> str:
    assert answer.status == 201, answer.body
    return str(answer.body["address"][answer.body["address"].index("/v1/") :])


def read(path: str) -> Answered:
    return ask(readers(), event("GET", path))


def sessions(path: str) -> list[Any]:
    answer = read(path)
    assert answer.status == 200, answer.body
    return [part for part in Calendar.from_ical(answer.body).walk() if isinstance(part, Event)]


@pytest.fixture
def at_work() -> Stage:
    """Returns a clinic whose practitioner and signatory sign in."""
    stage = staged(clinic_changes={"signatory_id": pseudonym.person_id("DK", SIGNATORY)})
    bind(stage.clinic_id, SIGNATORY)
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    return stage


def test_a_practitioner_reads_the_own_sessions_by_start(at_work: Stage) -> None:
    book(guarantee_of(), at_work.free_slot(starts_at=soon(80)))
    book(guarantee_of(), at_work.free_slot(starts_at=soon(72)))
    found = sessions(address(called("POST", at_work)))
    assert [each.start for each in found] == [soon(72), soon(80)]
    assert {str(each["SUMMARY"]) for each in found} == {"Aftale"}
    assert {str(each["LOCATION"]) for each in found} == {"Nørregade 1, 1165 København"}


def test_a_feed_says_nothing_about_the_clients_not_even_initials(at_work: Stage) -> None:
    guarantee = insured_guarantee()
    booking_id = book(guarantee, at_work.free_slot()).body["bookingId"]
    told = read(address(called("POST", at_work, language="en"))).body
    hidden = ("Anna", "Holm", "AH", "A.H", "+45", "physio", "knæ", "tryg", booking_id, guarantee.number)
    assert [word for word in hidden if word.lower() in told.lower()] == []
    assert "SUMMARY:Appointment" in told


def test_only_sessions_of_the_practitioner_are_in_the_feed(at_work: Stage) -> None:
    other = set_practitioner(at_work.clinic_id, "bo").body["practitionerId"]
    book(guarantee_of(), Stage(at_work.clinic_id, "bo", other).free_slot())
    assert sessions(address(called("POST", at_work))) == []


def test_a_cancelled_session_is_gone_and_a_moved_one_is_there_once(at_work: Stage) -> None:
    path = address(called("POST", at_work))
    booking_id = book(guarantee_of(), at_work.free_slot(starts_at=soon(72))).body["bookingId"]
    [first] = sessions(path)
    assert act(booking_id, "reschedule", body={"slotId": at_work.free_slot(starts_at=soon(90))}).status == 200
    [moved] = sessions(path)
    assert (moved["UID"], moved.start, int(moved["SEQUENCE"])) == (first["UID"], soon(90), 1)
    assert act(booking_id, "cancel").status == 200
    assert sessions(path) == []


def test_a_new_feed_ends_the_one_before_and_an_ended_one_is_unknown(
    at_work: Stage, aws: dict[str, Any]
) -> None:
    first, second = address(called("POST", at_work)), address(called("POST", at_work))
    assert [read(path).status for path in (first, second)] == [404, 200]
    assert [called("DELETE", at_work).status for _ in range(2)] == [204, 204]
    assert read(second).status == 404
    assert [len(outbox_rows(aws, f"calendar-feed.{end}")) for end in ("created", "ended")] == [2, 1]


def test_a_repeated_call_shows_the_same_address(at_work: Stage) -> None:
    by = SignedIn(TREATS, at_work.clinic_id)
    first, again = (ask(feeds(), by.call("POST", path_of(at_work), key="a")) for _ in range(2))
    assert (again.status, again.body) == (201, first.body)


def test_the_token_of_a_feed_is_stored_nowhere(at_work: Stage, aws: dict[str, Any]) -> None:
    token = address(called("POST", at_work)).rpartition("/")[2].removesuffix(".ics")
    rows = [row for table in aws["dynamodb"].list_tables()["TableNames"] for row in scanned(aws, table)]
    assert rows
    assert token not in str(rows)


def scanned(aws: dict[str, Any], table: str) -> list[Any]:
    return list(aws["dynamodb"].scan(TableName=table)["Items"])


def test_the_practitioner_the_signatory_and_the_system_make_it_and_no_one_else(at_work: Stage) -> None:
    bind(at_work.clinic_id, COLLEAGUE, set_practitioner(at_work.clinic_id, "bo").body["practitionerId"])
    callers = (TREATS, SIGNATORY, COLLEAGUE, STRANGER)
    assert [called("POST", at_work, cpr).status for cpr in callers] == [201, 201, 403, 404]
    by_system = signed("POST", path_of(at_work), clinic_id=at_work.clinic_id, secret=SECRET, body={})
    assert sessions(address(ask(feeds(), by_system))) == []
    assert called("POST", at_work, SIGNATORY, key="unknown").status == 404


def test_the_feed_of_whoever_no_longer_signs_in_is_unknown(at_work: Stage) -> None:
    path = address(called("POST", at_work))
    person = pseudonym.person_id("DK", TREATS)
    tables.commit([DynamoClinicUsers().ending(at_work.clinic_id, person, at_work.practitioner_id)])
    assert read(path).status == 404


def test_the_feed_of_a_practitioner_who_left_is_unknown(at_work: Stage) -> None:
    path = address(called("POST", at_work, SIGNATORY))
    assert read(path).status == 200
    leaving = f"/v1/clinics/{at_work.clinic_id}/practitioners/{at_work.key}"
    left = signed("DELETE", leaving, clinic_id=at_work.clinic_id, secret=SECRET)
    assert ask(clinic_practitioners(), left).status == 204
    assert read(path).status == 404
    assert called("POST", at_work, SIGNATORY).status == 404


def test_free_slots_cost_the_feed_no_reads(at_work: Stage, aws: dict[str, Any]) -> None:
    path = address(called("POST", at_work))
    book(guarantee_of(), at_work.free_slot(starts_at=soon(500)))
    with counted() as few:
        assert len(sessions(path)) == 1
    store(aws["dynamodb"], free_slots(at_work, 400))
    with counted() as many:
        assert len(sessions(path)) == 1
    assert (many.pages, many.rows, many.items) == (few.pages, few.rows, few.items)


def free_slots(stage: Stage, count: int) -> Iterator[Row]:
    """Yields free slots before the booked one."""
    for number in range(count):
        span = (soon(number + 1), soon(number + 1) + timedelta(minutes=30))
        slot = Slot.published(stage.practitioner_id, stage.clinic_id, f"k{number}", "first", span)
        yield "network", slot_item(slot)
