from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.local_day import local_day
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import outbox_rows
from tests.builders.clinics.matches import decline, match
from tests.builders.network import (
    ANNA,
    act,
    book,
    guarantee_of,
    hold,
    practitioners,
    refresh_search,
    set_practitioner,
    slot_body,
    soon,
    staged,
)

pytestmark = pytest.mark.usefixtures("aws")
AARHUS = {"street": "Åboulevarden 1", "postcode": "8000", "city": "Aarhus", "country": "DK"}
ODENSE = {"street": "Vestergade 1", "postcode": "5000", "city": "Odense", "country": "DK"}


def get(path: str, by: dict[str, Any] | None = None) -> Any:
    if path.startswith("/v1/practitioners?"):
        refresh_search()
    return ask(practitioners(), event("GET", path, by=by or member()))


def found(query: str, by: dict[str, Any] | None = None) -> list[str]:
    answer = get(f"/v1/practitioners?{query}", by)
    assert answer.status == 200, answer.body
    return [item["name"] for item in answer.body["items"]]


def test_the_clinics_key_always_leads_to_the_same_practitioner(aws: dict[str, Any]) -> None:
    stage = staged()
    again = set_practitioner(stage.clinic_id, stage.key, name="Anna Nord")
    assert (again.status, again.body["practitionerId"]) == (200, stage.practitioner_id)
    assert found("treatment=physiotherapy") == ["Anna Nord"]
    same = set_practitioner(stage.clinic_id, stage.key, name="Anna Nord")
    assert same.status == 200
    kinds = [len(outbox_rows(aws, f"practitioner.{kind}")) for kind in ("registered", "changed")]
    assert kinds == [1, 1]


def test_a_practitioner_is_no_longer_found_by_a_treatment_that_was_removed() -> None:
    stage = staged(treatments=["physiotherapy", "acupuncture"])
    set_practitioner(stage.clinic_id, stage.key, treatments=["acupuncture"])
    assert (found("treatment=physiotherapy"), found("treatment=acupuncture")) == ([], ["Anna Holm"])


def test_a_practitioner_of_the_problem_comes_first_and_one_of_other_problems_is_left_out() -> None:
    staged("a", name="Any")
    staged("b", name="Back", problems=["back-pain"])
    staged("c", name="Stress", problems=["stress"])
    assert found("treatment=physiotherapy&problem=back-pain") == ["Back", "Any"]


def test_a_search_finds_what_a_clinic_wrote_in_another_language_and_says_what_it_does_not_know() -> None:
    staged("a", name="Danish", problems=["Angst", "stress og uro"])
    staged("b", name="English", problems=["anxiety"])
    assert sorted(found("problem=angst")) == sorted(found("problem=anxiety")) == ["Danish", "English"]
    assert found("problem=uro") == ["Danish"]
    assert found("problem=søvn") == []
    answers = [get(f"/v1/practitioners{query}").body for query in ("?problem=søvn", "?problem=trold", "")]
    assert [answer.get("problemKnown") for answer in answers] == [True, False, None]


def test_the_nearest_comes_first_and_a_radius_cuts_off() -> None:
    staged("a", name="Aarhus", address=AARHUS)
    staged("b", name="Odense", address=ODENSE)
    staged("c", name="Copenhagen")
    assert found("treatment=physiotherapy&postcode=5230") == ["Odense", "Aarhus", "Copenhagen"]
    assert found("treatment=physiotherapy&postcode=5230&withinKm=50") == ["Odense"]


def test_a_search_from_an_unknown_postcode_is_400_and_says_what_to_do() -> None:
    answer = get("/v1/practitioners?postcode=9999")
    [fault] = answer.body["errors"]
    assert (answer.status, fault["pointer"], fault["code"]) == (400, "/postcode", "unknown-postcode")
    assert fault["detail"] == (
        "Vi ved ikke, hvor postnummeret ligger i det land, der søges i. "
        "Ret det, angiv landet med country, eller søg uden postcode."
    )


def test_coordinates_are_stored_as_given_and_used_for_the_distance(aws: dict[str, Any]) -> None:
    place = {**AARHUS, "lat": 56.1572, "lon": 10.2107}
    stage = staged(address=place)
    set_practitioner(stage.clinic_id, stage.key, address=place)
    assert outbox_rows(aws, "practitioner.changed") == []
    [item] = get("/v1/practitioners?postcode=8000").body["items"]
    assert (item["address"], item["distanceKm"]) == (place, 0.6)


def test_coordinates_of_one_clinic_change_neither_the_distance_nor_the_radius_of_others() -> None:
    staged("a", name="Own", address={**AARHUS, "lat": 56.5, "lon": 10.2107})
    staged("b", name="Postcode", address=AARHUS)
    all_found = get("/v1/practitioners?postcode=8000").body["items"]
    distances = {item["name"]: item["distanceKm"] for item in all_found}
    assert distances["Postcode"] == 0.0
    assert distances["Own"] > 30
    assert found("postcode=8000&withinKm=30") == ["Postcode"]
    assert found(f"postcode=8000&withinKm={distances['Own']}") == ["Postcode", "Own"]


def test_at_equal_distance_the_earlier_day_with_a_free_slot_comes_first() -> None:
    late, soonest = staged("a", name="Late"), staged("b", name="Soon")
    staged("c", name="None")
    late.free_slot(starts_at=soon(120))
    slot_id = soonest.free_slot(starts_at=soon(80))
    answer = get("/v1/practitioners?treatment=physiotherapy&postcode=1165")
    assert [item["name"] for item in answer.body["items"]] == ["Soon", "Late", "None"]
    assert answer.body["items"][0]["firstFreeSlot"]["slotId"] == slot_id
    assert answer.body["items"][2]["firstFreeSlot"] is None


def test_each_result_says_why_it_is_shown_in_the_language_of_the_reader() -> None:
    stage = staged("a", name="Soon", problems=["anxiety"], address=ODENSE)
    stage.free_slot()
    [item] = get("/v1/practitioners?problem=anxiety&postcode=5000").body["items"]
    codes = ["treats-problem", "very-near", "first-free", "few-clients"]
    assert item["why"]["codes"] == codes
    assert item["why"]["text"].startswith(
        "Behandler det problem, der søges hjælp til. Mindre end 1 km fra 5000. "
    )
    path = "/v1/practitioners?problem=anxiety&postcode=5000"
    call = event("GET", path, by=member(), headers={"accept-language": "en"})
    [english] = ask(practitioners(), call).body["items"]
    assert english["why"]["text"].startswith("Treats the problem that was searched for. ")
    assert english["why"]["text"].endswith("Has few clients right now.")


def test_a_search_for_a_guarantee_is_for_its_treatment_without_those_who_declined() -> None:
    guarantee, declining = guarantee_of(), staged("a", name="Declines")
    staged("b", name="Takes")
    staged("c", name="Other", treatments=["chiropractic"])
    assert match(guarantee, declining).status == 200
    assert decline(guarantee, declining).status == 200
    query = f"guaranteeId={guarantee.guarantee_id}"
    assert found(query, staff("caseworker")) == ["Takes"]
    assert found(query, member(ANNA)) == ["Takes"]
    assert found(f"{query}&treatment=chiropractic", staff("caseworker")) == ["Other"]
    for stranger in (member("0202821234"), staff("caseworker", payer="gjensidige")):
        assert get(f"/v1/practitioners?{query}", stranger).status == 404
    assert get("/v1/practitioners?guaranteeId=gar_x", staff("caseworker")).status == 404


@pytest.mark.parametrize(
    ("changes", "query", "expected"),
    [
        ({"insuranceClients": False}, "treatment=physiotherapy", []),
        ({}, "treatment=psychologist", []),
        ({}, "crisis=true", []),
        ({"profession": "psychologist", "crisisHelp": True}, "crisis=true", ["Anna Holm"]),
        ({}, "crisis=1", []),
        ({"profession": "psychologist", "crisisHelp": True}, "crisis=yes", ["Anna Holm"]),
        *[({}, f"crisis={no}", ["Anna Holm"]) for no in ("false", "0", "no")],
        ({"profession": "psychologist", "crisisHelp": True}, "treatment=crisis-help", ["Anna Holm"]),
        ({}, "", ["Anna Holm"]),
        ({}, "country=NO", []),
        ({"languages": ["en"]}, "language=en", ["Anna Holm"]),
        ({"languages": ["en"]}, "language=da", []),
        ({"problemsNotTaken": ["stress"]}, "problem=stress", []),
        ({"problemsNotTaken": ["Angst "]}, "problem=angst", []),
        ({"problemsNotTaken": ["knee pain"]}, "problem=knee-pain", []),
        ({"problems": ["Søvnløshed"]}, "problem=soevnloeshed", ["Anna Holm"]),
        ({"problems": ["Knee  Pain"]}, "problem=knee-pain", ["Anna Holm"]),
        ({"pausedFrom": "2020-01-01"}, "", []),
        ({"pausedFrom": "2020-01-01", "pausedUntil": "2020-02-01"}, "", ["Anna Holm"]),
    ],
)
def test_only_practitioners_who_match_the_query_are_shown(
    changes: dict[str, Any], query: str, expected: list[str]
) -> None:
    staged(**changes)
    assert found(query) == expected


def test_an_authorisation_is_shown_from_its_day_on() -> None:
    staged(authorisedSince=day_in(240))
    [item] = get("/v1/practitioners?treatment=physiotherapy").body["items"]
    assert item["authorised"] is False


@pytest.mark.parametrize("status", ["applied", "ended"])
def test_no_practitioner_of_a_clinic_that_takes_no_clients_is_found_held_or_booked(status: str) -> None:
    stage = staged(clinic_changes={"status": status})
    slot_id = stage.free_slot()
    refused = [act_on(guarantee_of(), slot_id) for act_on in (hold, book)]
    assert [answer.body["code"] for answer in refused] == ["clinic-takes-no-clients"] * 2
    assert found("treatment=physiotherapy") == []
    assert get(f"/v1/practitioners/{stage.practitioner_id}/slots").body["items"] == []


def test_a_search_is_read_page_by_page() -> None:
    stage = staged("k0", name="N0")
    for number in range(1, 5):
        set_practitioner(stage.clinic_id, f"k{number}", name=f"N{number}")
    names: list[str] = []
    cursor = ""
    while cursor is not None:
        body = get(f"/v1/practitioners?limit=2&cursor={cursor}").body
        names += [item["name"] for item in body["items"]]
        cursor = body["nextCursor"]
    assert sorted(names) == [f"N{number}" for number in range(5)]


def test_every_fault_of_a_query_is_reported_at_once() -> None:
    answer = get(
        "/v1/practitioners?withinKm=far&crisis=maybe&country=SE&treatment=A B&problem=--&language=Dansk"
    )
    pointers = {fault["pointer"] for fault in answer.body["errors"]}
    assert answer.status == 400
    assert pointers == {"/withinKm", "/crisis", "/country", "/treatment", "/problem", "/language"}


def test_an_unknown_treatment_is_400_and_the_answer_names_the_known_ones() -> None:
    answer = get("/v1/practitioners?treatment=magic")
    [fault] = answer.body["errors"]
    assert (answer.status, fault["pointer"], fault["code"]) == (400, "/treatment", "unknown-treatment")
    assert "osteopathy" in fault["detail"]


def test_only_future_free_slots_are_listed_earliest_first() -> None:
    stage = staged()
    ids = [stage.free_slot(starts_at=soon(hours)) for hours in (76, 72, 74, 78)]
    book(guarantee_of(), ids[2])
    hold(guarantee_of("0202821234"), ids[3], by=member("0202821234"))
    answer = get(f"/v1/practitioners/{stage.practitioner_id}/slots")
    assert [slot["slotId"] for slot in answer.body["items"]] == [ids[1], ids[0]]


def day_in(hours: float) -> str:
    return local_day(soon(hours), "DK").isoformat()


def test_the_slots_of_a_pause_are_neither_listed_nor_booked_and_those_after_it_are() -> None:
    stage = staged()
    before, within, after = (stage.free_slot(starts_at=soon(hours)) for hours in (72, 144, 216))
    pause = {"pausedFrom": day_in(144), "pausedUntil": day_in(144)}
    assert stage.event("practitioner.changed", {"practitionerKey": stage.key, **pause}).status == 202
    listed = get(f"/v1/practitioners/{stage.practitioner_id}/slots").body["items"]
    assert [slot["slotId"] for slot in listed] == [before, after]
    refused = [act_on(guarantee_of(), within) for act_on in (book, hold)]
    assert [(answer.status, answer.body["code"]) for answer in refused] == [
        (422, "treatment-not-offered")
    ] * 2
    assert book(guarantee_of(), after).status == 201
    assert (
        act(book(guarantee_of(), before).body["bookingId"], "reschedule", body={"slotId": within}).status
        == 422
    )


def test_a_search_shows_the_first_slot_after_a_pause_as_the_first_free_one() -> None:
    stage = staged(pausedFrom=day_in(72), pausedUntil=day_in(24 * 40))
    stage.free_slot(starts_at=soon(72))
    after = stage.free_slot(starts_at=soon(24 * 42))
    [item] = get("/v1/practitioners?treatment=physiotherapy").body["items"]
    assert item["firstFreeSlot"]["slotId"] == after


def test_a_pause_ends_when_the_clinic_reports_that_it_is_null() -> None:
    stage = staged(pausedFrom=day_in(0), pausedUntil=day_in(72))
    assert found("") == []
    ended = {"practitionerKey": stage.key, "pausedFrom": None}
    assert stage.event("practitioner.changed", ended).status == 202
    assert found("") == ["Anna Holm"]


def test_slots_are_listed_by_service_and_time_page_by_page() -> None:
    stage = staged()
    stage.publish(*[slot_body(soon(72 + number), service="follow-up") for number in range(5)])
    stage.free_slot(starts_at=soon(71))
    path = f"/v1/practitioners/{stage.practitioner_id}/slots?service=follow-up"
    seen: list[str] = []
    cursor = ""
    while cursor is not None:
        body = get(f"{path}&limit=2&cursor={cursor}").body
        seen += [slot["startsAt"] for slot in body["items"]]
        cursor = body["nextCursor"]
    assert len(seen) == 5
    assert seen == sorted(seen)
    until = (soon(73) + timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert len(get(f"{path}&to={until}").body["items"]) == 2
    assert get(f"{path}&from={local_day(soon(24 * 30))}").body["items"] == []


@pytest.mark.parametrize(
    "query, code",
    [
        ("from=yesterday", "not-an-instant"),
        ("to=2026-13-01", "not-an-instant"),
        ("from=2026-01-01T10:00:00", "instant-without-zone"),
        ("from=9999-12-31", "date-out-of-range"),
        ("to=0001-01-01T00:00:00Z", "date-out-of-range"),
        ("service=third", "unknown-service"),
    ],
)
def test_a_bad_time_or_service_is_400(query: str, code: str) -> None:
    stage = staged()
    answer = get(f"/v1/practitioners/{stage.practitioner_id}/slots?{query}")
    assert (answer.status, answer.body["errors"][0]["code"]) == (400, code)


def test_an_unknown_practitioner_is_404_and_a_call_without_a_token_is_401() -> None:
    assert get("/v1/practitioners/prc_unknown/slots").status == 404
    assert ask(practitioners(), event("GET", "/v1/practitioners")).status == 401
    assert get("/v1/practitioners", staff("caseworker")).status == 200
