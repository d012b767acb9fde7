from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.ids import BookingId, PractitionerId, slot_parts
from helsebro.local_day import local_day
from helsebro.network.practitioner import Practitioner
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.identity.dynamo_clinic_users import DynamoClinicUsers
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.network.keys import practitioner_key
from helsebro_aws.onboarding.practitioner_logins.dynamo_practitioner_logins import DynamoPractitionerLogins
from helsebro_aws.platform import clock
from tests.builders import policies
from tests.builders.calls import Answered, ask, event, member, signed, staff
from tests.builders.claims import outbox_rows
from tests.builders.clinics.users import TREATS, SignedIn, bind
from tests.builders.network import (
    SECRET,
    Stage,
    act,
    book,
    bookings,
    clinic,
    clinic_practitioners,
    guarantee_of,
    hold,
    practitioner_body,
    practitioners,
    search_rows,
    set_practitioner,
    slot_body,
    soon,
    staged,
)

pytestmark = pytest.mark.usefixtures("aws")
NETWORK = staff("network", payer=None)
AARHUS = {"street": "Åboulevarden 1", "postcode": "8000", "city": "Aarhus", "country": "DK"}
PSYCHOLOGIST: dict[str, Any] = {"profession": "psychologist", "treatments": ["psychologist"]}


def listed(stage: Stage, query: str = "") -> dict[str, Any]:
    """Returns the page of the clinic's practitioners, as its system reads it."""
    path = f"/v1/clinics/{stage.clinic_id}/practitioners{query}"
    answer = ask(clinic_practitioners(), signed("GET", path, clinic_id=stage.clinic_id, secret=SECRET))
    assert answer.status == 200, answer.body
    body: dict[str, Any] = answer.body
    return body


def end(stage: Stage, key: str | None = None) -> Answered:
    """Returns the answer to the clinic's system, which ends its practitioner."""
    path = f"/v1/clinics/{stage.clinic_id}/practitioners/{key or stage.key}"
    return ask(clinic_practitioners(), signed("DELETE", path, clinic_id=stage.clinic_id, secret=SECRET))


def known(stage: Stage) -> Practitioner:
    return DynamoPractitioners().find(stage.practitioner_id)


def today(days: int = 0) -> str:
    return (local_day(clock.now(), "DK") + timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    "key, status, code",
    [
        ("x" * 101, 422, "bad-input"),
        ("a\x00", 404, "unknown-route"),
        ("\ufffdse", 404, "unknown-route"),
    ],
)
def test_a_practitioners_key_is_short_and_readable(key: str, status: int, code: str) -> None:
    answer = set_practitioner(staged("own").clinic_id, key)
    assert (answer.status, answer.body["code"]) == (status, code)


def test_a_clinics_system_sets_only_its_own_clinic_practitioners() -> None:
    stage, other = staged(), staged("other")
    path = f"/v1/clinics/{other.clinic_id}/practitioners/x"
    call = signed("PUT", path, clinic_id=stage.clinic_id, secret=SECRET, body=practitioner_body())
    assert ask(clinic_practitioners(), call).status == 404


def test_the_signatory_sets_a_practitioner_and_another_member_does_not() -> None:
    registered = clinic(signatory_id=pseudonym.person_id("DK", "0101901234"))
    DynamoClinics().register(registered, SECRET)
    path = f"/v1/clinics/{registered.clinic_id}/practitioners/x"
    callers = [member("0101901234"), member("0202821234")]
    calls = [event("PUT", path, by=by, body=practitioner_body()) for by in callers]
    assert [ask(clinic_practitioners(), call).status for call in calls] == [201, 404]


def test_every_fault_of_a_practitioner_is_reported_at_once() -> None:
    registered = clinic()
    DynamoClinics().register(registered, SECRET)
    answer = set_practitioner(
        registered.clinic_id,
        "x",
        name="",
        authorised=False,
        treatments=["psychologist", "magic"],
        crisisHelp=True,
        approvals=["ABC"],
        address={**AARHUS, "lat": 56.1, "postcode": "80"},
        weeklyCapacity=-1,
        authorisedSince="2026-12-01",
        problems=["stress"],
        problemsNotTaken=["stress"],
        languages=["dansk"],
        pausedUntil="2026-12-01",
    )
    pointers = {fault["pointer"] for fault in answer.body["errors"]}
    assert answer.status == 422
    assert pointers == {
        "/name",
        "/authorised",
        "/treatments/0",
        "/treatments/1",
        "/crisisHelp",
        "/approvals/0",
        "/address/lon",
        "/address/postcode",
        "/weeklyCapacity",
        "/authorisedSince",
        "/problemsNotTaken/0",
        "/languages/0",
        "/pausedFrom",
    }


@pytest.mark.parametrize(
    "since, code",
    [
        ("1850-01-01", "date-out-of-range"),
        ("1920-01-01", "since-impossible"),
        (f"{soon(24 * 400):%Y-%m-%d}", "since-impossible"),
        (f"{soon(24 * 300):%Y-%m-%d}", None),
        ("1990-02-28", None),
        ("soon", "not-a-date"),
    ],
)
def test_an_authorisation_began_in_a_working_life_or_begins_within_a_year(
    since: str, code: str | None
) -> None:
    answer = set_practitioner(staged().clinic_id, "s", authorisedSince=since)
    faults = [(fault["pointer"], fault["code"]) for fault in answer.body.get("errors", ())]
    assert faults == ([("/authorisedSince", code)] if code else [])


def test_a_problem_is_a_word_and_is_not_both_taken_and_left_out_in_another_spelling() -> None:
    refused = set_practitioner(
        staged().clinic_id, "y", problems=["Knee pain", "!"], problemsNotTaken=["Knæsmerter"]
    )
    assert {(fault["pointer"], fault["code"]) for fault in refused.body["errors"]} == {
        ("/problems/1", "problem-malformed"),
        ("/problemsNotTaken/0", "problem-also-taken"),
    }


@pytest.mark.parametrize(
    "changes, pointer, code",
    [
        ({"profession": "troldmand"}, "/profession", "unknown-value"),
        ({"profession": "psykolog", "crisisHelp": True}, "/profession", "unknown-value"),
        ({"authorisationId": "  "}, "/authorisationId", "authorisation-id-malformed"),
        ({"authorisationId": "ABC"}, "/authorisationId", "authorisation-id-malformed"),
        ({"authorisationId": "9108031"}, "/authorisationId", "authorisation-id-of-another-country"),
        (
            {
                "authorisationId": "0ABC1",
                "address": {"street": "Gate 1", "postcode": "0150", "city": "Oslo", "country": "NO"},
            },
            "/authorisationId",
            "authorisation-id-of-another-country",
        ),
        ({"languages": ["zz"]}, "/languages/0", "not-a-language"),
        ({"address": {**AARHUS, "lat": 0, "lon": 0}}, "/address/lat", "position-in-another-country"),
        (
            {"addresses": [{"key": "a", **AARHUS, "lat": 59.9, "lon": 10.7}]},
            "/addresses/0/lat",
            "position-in-another-country",
        ),
        ({"address": {**AARHUS, "lat": 55.67, "lon": 12.57}}, "/address/lat", "position-far-from-postcode"),
        (
            {"addresses": [{"key": "a", **AARHUS, "lat": 56.7, "lon": 10.2}]},
            "/addresses/0/lat",
            "position-far-from-postcode",
        ),
        ({"address": {**AARHUS, "postcode": "0000"}}, "/address/postcode", "postcode-unknown"),
        (
            {"addresses": [{"key": "a", **AARHUS, "postcode": "9999"}]},
            "/addresses/0/postcode",
            "postcode-unknown",
        ),
    ],
)
def test_what_says_nothing_about_a_practitioner_is_a_fault(
    changes: dict[str, Any], pointer: str, code: str
) -> None:
    refused = set_practitioner(staged().clinic_id, "y", **changes)
    assert refused.status == 422
    assert [(fault["pointer"], fault["code"]) for fault in refused.body["errors"]] == [(pointer, code)]


def test_a_psychologist_needs_an_authorisation_and_no_provider_number() -> None:
    stage = staged(profession="psychologist", treatments=["psychologist"], providerNumber=False)
    refused = set_practitioner(stage.clinic_id, "y", **PSYCHOLOGIST, authorised=False)
    assert refused.body["errors"][0]["code"] == "psychologist-not-authorised"


@pytest.mark.parametrize(
    ("profession", "treatment", "status"),
    [
        ("physiotherapist", "psychologist", 422),
        ("psychologist", "psychologist", 200),
        ("psychologist", "psychiatrist", 422),
        ("doctor", "psychiatrist", 200),
        ("psychologist", "physiotherapy", 200),
    ],
)
def test_a_treatment_of_one_profession_is_offered_by_no_other(
    profession: str, treatment: str, status: int
) -> None:
    stage = staged()
    answer = set_practitioner(stage.clinic_id, stage.key, profession=profession, treatments=[treatment])
    assert answer.status == status
    faults = [(fault["pointer"], fault["code"]) for fault in answer.body.get("errors", [])]
    assert faults == ([("/treatments/0", "treatment-of-another-profession")] if status == 422 else [])


def test_a_row_from_before_is_shown_found_and_booked_without_another_professions_treatment() -> None:
    stage = staged()
    both = {"treatments": ["physiotherapy", "psychologist"]}
    tables.commit([Update("network", *practitioner_key(stage.practitioner_id), set=both)])
    [own] = listed(stage)["items"]
    assert own["treatments"] == ["physiotherapy"]
    assert {fee["treatment"] for fee in own["fees"]} == {"physiotherapy"}
    slot_id = stage.free_slot()
    refused = book(guarantee_of(treatment="psychologist"), slot_id)
    assert (refused.status, refused.body["code"]) == (422, "treatment-not-offered")
    assert book(guarantee_of(), slot_id).status == 201


def test_a_clinics_practitioners_are_listed_by_its_own_keys_page_by_page() -> None:
    stage = staged("b")
    staged("elsewhere")
    for key in ("a", "c"):
        set_practitioner(stage.clinic_id, key)
    first = listed(stage, "?limit=2")
    second = listed(stage, f"?limit=2&cursor={first['nextCursor']}")
    assert [item["key"] for page in (first, second) for item in page["items"]] == ["a", "b", "c"]
    assert second["nextCursor"] is None


def test_the_list_shows_all_that_the_clinic_reported() -> None:
    given: dict[str, Any] = {
        "authorisationId": "ABC12",
        "languages": ["en", "da"],
        "problems": ["stress"],
        "problemsNotTaken": ["grief"],
        "pausedFrom": today(),
        "weeklyCapacity": 3,
    }
    [shown] = listed(staged(**given))["items"]
    assert shown["isPaused"] is True
    assert {name: shown[name] for name in given} == {**given, "languages": ["da", "en"]}


@pytest.mark.parametrize(
    "named, kept",
    [
        ({}, (2, 9)),
        ({"pausedFrom": None}, (None, None)),
        ({"pausedFrom": 4, "pausedUntil": 5}, (4, 5)),
        ({"pausedFrom": 4}, (4, None)),
    ],
    ids=["not named", "ended", "replaced", "without an end"],
)
def test_a_pause_stays_until_a_body_names_one(
    named: dict[str, int | None], kept: tuple[int | None, int | None]
) -> None:
    stage = staged(pausedFrom=today(2), pausedUntil=today(9))
    days = {field: None if ahead is None else today(ahead) for field, ahead in named.items()}
    body = {**practitioner_body(name="Anna Holm Lund"), **days}
    path = f"/v1/clinics/{stage.clinic_id}/practitioners/{stage.key}"
    call = signed("PUT", path, clinic_id=stage.clinic_id, secret=SECRET, body=body)
    assert ask(clinic_practitioners(), call).status == 200
    [shown] = listed(stage)["items"]
    assert shown["name"] == "Anna Holm Lund"
    first, last = (None if ahead is None else today(ahead) for ahead in kept)
    assert (shown.get("pausedFrom"), shown.get("pausedUntil")) == (first, last)


def test_a_practitioner_sees_the_fee_of_today_and_the_day_on_which_it_changes() -> None:
    stage = staged(**PSYCHOLOGIST, authorisedSince=today(10))
    [shown] = listed(stage)["items"]
    kroner = {"amount": "850.00", "currency": "DKK"}
    assert shown["fees"] == [
        {
            "treatment": "psychologist",
            "service": service,
            "perSession": {"amount": "700.00", "currency": "DKK"},
            "changes": {"from": today(10), "perSession": kroner},
        }
        for service in ("first", "follow-up")
    ]


def test_the_network_reads_the_practitioners_of_a_clinic_and_a_stranger_does_not() -> None:
    path = f"/v1/clinics/{staged().clinic_id}/practitioners"
    callers = [NETWORK, member(), staff("caseworker")]
    answers = [ask(clinic_practitioners(), event("GET", path, by=by)).status for by in callers]
    assert answers == [200, 404, 403]


def test_an_ended_practitioner_leaves_the_search_the_slots_and_the_list(aws: dict[str, Any]) -> None:
    stage = staged()
    stage.free_slot()
    assert search_rows("physiotherapy") == [stage.practitioner_id]
    assert [end(stage).status for _ in range(2)] == [204, 204]
    assert search_rows("physiotherapy") == []
    assert listed(stage)["items"] == []
    slots = ask(
        practitioners(), event("GET", f"/v1/practitioners/{stage.practitioner_id}/slots", by=member())
    )
    assert slots.body["items"] == []
    assert len(outbox_rows(aws, "practitioner.ended")) == 1


def test_no_slot_of_an_ended_practitioner_is_held_booked_or_published() -> None:
    stage = staged()
    slot_id = stage.free_slot()
    end(stage)
    refused = [act_on(guarantee_of(), slot_id) for act_on in (book, hold)]
    assert [(answer.status, answer.body["code"]) for answer in refused] == [
        (422, "treatment-not-offered")
    ] * 2
    published = stage.publish(slot_body(soon(90)))
    assert [fault["code"] for fault in published.body["errors"]] == ["practitioner-ended"]


def test_a_hold_that_was_made_before_the_end_books_nothing() -> None:
    stage, guarantee = staged(), guarantee_of()
    slot_id = stage.free_slot()
    held = hold(guarantee, slot_id).body["holdId"]
    end(stage)
    assert book(guarantee, slot_id, holdId=held).body["code"] == "treatment-not-offered"


def test_a_session_that_is_booked_stays_until_it_is_held_or_cancelled() -> None:
    stage, guarantee = staged(), guarantee_of()
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    end(stage)
    assert DynamoBookings().find(BookingId(booking_id)).status == "booked"
    assert act(booking_id, "cancel").body["status"] == "cancelled"


def test_who_signs_in_as_an_ended_practitioner_no_longer_does(aws: dict[str, Any]) -> None:
    stage, logins = staged(), DynamoPractitionerLogins()
    person_id = pseudonym.person_id("DK", TREATS)
    before = logins.find(stage.clinic_id, stage.practitioner_id)
    logins.change(before, before.bound(person_id, clock.now()))
    end(stage)
    assert logins.find(stage.clinic_id, stage.practitioner_id).status == "none"
    assert DynamoClinicUsers().role_at(stage.clinic_id, person_id) is None
    assert len(outbox_rows(aws, "clinic-user.ended")) == 1


def test_an_invitation_to_sign_in_ends_with_the_practitioner() -> None:
    stage, logins = staged(), DynamoPractitionerLogins()
    before = logins.find(stage.clinic_id, stage.practitioner_id)
    logins.change(before, before.invited("anna@klinik.example", "token", "da", clock.now()))
    end(stage)
    assert logins.find(stage.clinic_id, stage.practitioner_id).status == "none"


def test_an_unknown_key_is_404_and_nothing_ends() -> None:
    stage = staged()
    assert end(stage, "unknown").status == 404
    assert known(stage).ended_at is None


def test_a_key_of_a_practitioner_who_left_names_a_new_practitioner(aws: dict[str, Any]) -> None:
    stage = staged()
    end(stage)
    answers = [set_practitioner(stage.clinic_id, stage.key, name="Bo Ravn") for _ in range(2)]
    assert [answer.status for answer in answers] == [201, 200]
    [new_id] = {answer.body["practitionerId"] for answer in answers}
    assert new_id != stage.practitioner_id
    assert known(stage).ended_at
    assert search_rows("physiotherapy") == [new_id]
    assert [item["practitionerId"] for item in listed(stage)["items"]] == [new_id]
    assert len(outbox_rows(aws, "practitioner.registered")) == 2


def test_every_reuse_of_a_key_gives_another_id_and_slots_go_to_the_latest_one() -> None:
    stage = staged()
    given = [stage.practitioner_id]
    for _ in range(3):
        end(stage)
        given.append(set_practitioner(stage.clinic_id, stage.key).body["practitionerId"])
    assert len(set(given)) == 4
    assert slot_parts(stage.free_slot())[0] == given[-1]


def test_who_gets_the_key_of_one_who_left_has_neither_their_clients_nor_their_slots() -> None:
    policies.payer_of()
    policies.enrol(policies.policy_of())
    stage = staged()
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    stage.free_slot(starts_at=soon(80))
    end(stage)
    new_id = set_practitioner(stage.clinic_id, stage.key, name="Bo Ravn").body["practitionerId"]
    bind(stage.clinic_id, TREATS, PractitionerId(new_id))
    path = f"/v1/bookings/{booking_id}"
    assert ask(bookings(), SignedIn(TREATS, stage.clinic_id).call("GET", path)).status == 404
    assert stage.get(path).body["practitionerId"] == stage.practitioner_id
    slots = ask(practitioners(), event("GET", f"/v1/practitioners/{new_id}/slots", by=member()))
    assert slots.body["items"] == []


def test_the_end_is_stored_with_its_time() -> None:
    stage = staged()
    before = clock.now()
    end(stage)
    ended_at = known(stage).ended_at
    assert ended_at
    assert instant(before) <= instant(ended_at) <= instant(clock.now())
