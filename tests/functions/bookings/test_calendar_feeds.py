"""The calendar of a booking, and a member's private feed: who reads them, and what they never say."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar, Event

from helsebro.bookings.calendar_feed import sha256_of, token_in
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId
from helsebro_aws.bookings.keys import booking_key
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.identity import pseudonym
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import outbox_rows
from tests.builders.network import ANNA, BO, Stage, act, book, change_claim, guarantee_of, soon, staged
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
OWN = "/v1/me/calendar-feed"
OF_HEALTH = (
    "physio",
    "fysio",
    "terap",
    "Anna Holm",
    "Klinik",
    "psyk",
    "knæ",
    "tryg",
    "0101801234",
    "per_",
    "bkg_",
)


def call(method: str, path: str, by: Any = None, key: str = "", **headers: str) -> Answered:
    from functions.bookings.calendar_feeds.handler import handler

    return ask(handler, event(method, path, by=by, key=key, headers=headers))


def events_in(answer: Answered) -> list[Any]:
    assert answer.status == 200, answer.body
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"].startswith("private")
    return [part for part in Calendar.from_ical(answer.body).walk() if isinstance(part, Event)]


def calendar_of(booking_id: str, by: Any = None, language: str = "da") -> Answered:
    path = f"/v1/bookings/{booking_id}/calendar"
    return call("GET", path, by or member(ANNA), **{"accept-language": language})


def booked(stage: Stage, hours: float = 72, guarantee: Guarantee | None = None, cpr: str = ANNA) -> str:
    slot_id = stage.free_slot(starts_at=soon(hours))
    answer = book(guarantee or guarantee_of(cpr), slot_id, by=member(cpr))
    assert answer.status == 201, answer.body
    return str(answer.body["bookingId"])


def began_days_ago(booking_id: str, days: int) -> None:
    """Moves a booked session so many days into the past, in its list too."""
    start = soon(0) - timedelta(days=days)
    item = tables.get("cases", *booking_key(BookingId(booking_id))) or {}
    times = {"startsAt": instant(start), "endsAt": instant(start + timedelta(minutes=45))}
    listed = {"listSk": f"{instant(start)}#{booking_id}"}
    tables.commit([Put("cases", {**item, **times, **listed}, when=None)])


def insure(cpr: str = ANNA) -> None:
    """Insures a person at Tryg: a feed reads the payers of a person from the enrolments."""
    payer_of("tryg")
    insured_of(policy_of("tryg", number=f"P-{cpr}"), cpr=cpr)


def created(cpr: str = ANNA, key: str = "", language: str = "da") -> Answered:
    return call("POST", OWN, member(cpr), key, **{"accept-language": language})


def path_in(answer: Answered) -> str:
    assert answer.status == 201, answer.body
    return str(answer.body["address"][answer.body["address"].index("/v1/") :])


@pytest.mark.parametrize(
    ("language", "title"), [("da", "Aftale"), ("nb", "Avtale"), ("en", "Appointment"), ("sv", "Appointment")]
)
def test_a_booking_is_a_calendar_file_in_the_readers_language(
    stage: Stage, language: str, title: str
) -> None:
    answer = calendar_of(booked(stage), language=language)
    [found] = events_in(answer)
    assert (str(found["SUMMARY"]), found.start) == (title, soon(72))
    assert str(found["LOCATION"]) == "Nørregade 1, 1165 København"
    assert answer.headers["content-disposition"] == 'attachment; filename="appointment.ics"'
    assert str(found["DESCRIPTION"]) == "Klinik Nord, 70 22 33 44"
    told = answer.body.replace("Klinik Nord", "")
    assert [word for word in OF_HEALTH if word.lower() in told.lower()] == []


def test_a_moved_and_a_cancelled_booking_have_the_same_name_and_a_higher_sequence(stage: Stage) -> None:
    booking_id = booked(stage)
    [first] = events_in(calendar_of(booking_id))
    assert act(booking_id, "reschedule", body={"slotId": stage.free_slot(starts_at=soon(80))}).status == 200
    [moved] = events_in(calendar_of(booking_id))
    assert act(booking_id, "cancel").status == 200
    [cancelled] = events_in(calendar_of(booking_id))
    assert first["UID"] == moved["UID"] == cancelled["UID"]
    assert [int(each["SEQUENCE"]) for each in (first, moved, cancelled)] == [0, 1, 2]
    assert (moved.start, str(cancelled["STATUS"])) == (soon(80), "CANCELLED")


def test_a_booking_is_read_by_those_who_may_read_the_case_and_by_no_one_else(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = booked(stage, guarantee=guarantee)
    assert calendar_of(booking_id, member(BO)).status == 404
    assert calendar_of(booking_id, staff("caseworker")).status == 403
    assert calendar_of("bkg_unknown").status == 404
    change_claim(guarantee, guardianId=pseudonym.person_id("DK", BO), guardianUntil="2999-01-01")
    assert calendar_of(booking_id, member(BO)).status == 200


def test_a_feed_has_the_persons_own_bookings_from_thirty_days_ago_on(stage: Stage) -> None:
    insure()
    insure(BO)
    coming, cancelled, held, old = (booked(stage, hours, guarantee_of()) for hours in (72, 80, 84, 88))
    booked(stage, 96, cpr=BO)
    act(cancelled, "cancel")
    began_days_ago(held, 29)
    began_days_ago(old, 31)
    events = events_in(call("GET", path_in(created())))
    uids = [str(events_in(calendar_of(each))[0]["UID"]) for each in (held, coming, cancelled)]
    assert [str(each["UID"]) for each in events] == uids
    assert [str(each["STATUS"]) for each in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]


def test_the_bookings_of_a_child_and_of_a_mandate_are_not_in_it(stage: Stage) -> None:
    insure(BO)
    bo = pseudonym.person_id("DK", BO)
    of_a_child, by_mandate = guarantee_of(), guarantee_of()
    change_claim(of_a_child, guardianId=bo, guardianUntil="2999-01-01")
    mandate = {
        "mandateId": "man_1",
        "powers": ["act"],
        "givenBy": by_mandate.person_id,
        "givenAt": "2026-01-01T00:00:00Z",
        "holderId": bo,
    }
    change_claim(by_mandate, mandates=[mandate])
    for hours, guarantee in ((72, of_a_child), (80, by_mandate)):
        booking_id = booked(stage, hours, guarantee)
        assert calendar_of(booking_id, member(BO)).status == 200
    answer = call("GET", path_in(created(BO)))
    assert events_in(answer) == []


def test_a_feed_says_nothing_of_health_and_keeps_the_language_it_was_created_in(stage: Stage) -> None:
    insure()
    booked(stage)
    answer = call("GET", path_in(created(language="nb")), **{"accept-language": "en"})
    assert "SUMMARY:Avtale" in answer.body
    assert "X-WR-CALNAME:Mine avtaler" in answer.body
    assert [word for word in OF_HEALTH if word.lower() in answer.body.lower()] == []


def test_the_token_is_stored_as_a_digest_only_and_in_no_event_or_log(
    aws: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    path = path_in(created())
    token = token_in(path.rpartition("/")[2])
    assert token
    assert call("GET", path).status == 200
    assert tables.get("people", f"CALENDARFEED#{sha256_of(token)}", "CALENDARFEED")
    stored = [
        str(aws["dynamodb"].scan(TableName=name, ConsistentRead=True)["Items"])
        for name in ("people", "outbox", "idempotency")
    ]
    assert [token in rows for rows in stored] == [False, False, False]
    [row] = outbox_rows(aws, "calendar-feed.created")
    assert set(row["data"]["M"]) == {"personId"}
    assert token not in capsys.readouterr().out


def test_a_new_feed_ends_the_one_before_and_an_ended_one_is_unknown(aws: dict[str, Any]) -> None:
    first, second = path_in(created()), path_in(created())
    of_another = path_in(created(BO))
    assert [call("GET", path).status for path in (first, second, of_another)] == [404, 200, 200]
    assert [call("DELETE", OWN, member(ANNA)).status for _ in range(2)] == [204, 204]
    assert [call("GET", path).status for path in (second, of_another)] == [404, 200]
    assert len(outbox_rows(aws, "calendar-feed.ended")) == 1
    assert call("GET", path_in(created())).status == 200


def test_the_same_call_again_shows_the_same_address_and_another_key_a_new_one() -> None:
    first, again, other = created(key="a"), created(key="a"), created(key="b")
    assert (again.status, again.body) == (201, first.body)
    assert again.headers["idempotency-replayed"] == "true"
    assert other.body["address"] != first.body["address"]


@pytest.mark.parametrize("name", ["x.ics", "A" * 43, "A" * 43 + ".ics", "A" * 300 + ".ics", "%2e%2e.ics"])
def test_an_unknown_address_is_404(name: str) -> None:
    assert call("GET", f"/v1/calendar-feeds/{name}").status == 404


def test_an_unchanged_feed_is_304_and_a_changed_one_is_not(stage: Stage) -> None:
    insure()
    booking_id = booked(stage)
    path = path_in(created())
    etag = call("GET", path).headers["etag"]
    for sent in (etag, f"W/{etag}", f'"other", {etag}'):
        same = call("GET", path, **{"if-none-match": sent})
        assert (same.status, same.body, same.headers["etag"]) == (304, "", etag)
    act(booking_id, "cancel")
    changed = call("GET", path, **{"if-none-match": etag})
    assert changed.status == 200
    assert changed.headers["etag"] != etag


def test_staff_have_no_feed() -> None:
    assert [call(method, OWN, staff("caseworker")).status for method in ("POST", "DELETE")] == [403, 403]


def test_sessions_with_several_practitioners_have_their_own_places() -> None:
    insure()
    there = {"street": "Åboulevarden 1", "postcode": "8000", "city": "Aarhus", "country": "DK"}
    booked(staged(), 72), booked(staged("sofie", address=there), 80)
    places = [str(each["LOCATION"]) for each in events_in(call("GET", path_in(created())))]
    assert places == ["Nørregade 1, 1165 København", "Åboulevarden 1, 8000 Aarhus"]


def test_a_session_at_another_address_of_the_practitioner_is_there() -> None:
    there = {"street": "Åboulevarden 1", "postcode": "8000", "city": "Aarhus", "country": "DK"}
    stage = staged(addresses=[{"key": "aarhus", **there}])
    slot_id = stage.free_slot(addressKey="aarhus")
    booking_id = book(guarantee_of(), slot_id).body["bookingId"]
    [found] = events_in(calendar_of(booking_id))
    assert str(found["LOCATION"]) == "Åboulevarden 1, 8000 Aarhus"
