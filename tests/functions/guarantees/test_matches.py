"""A caseworker matches a client to a clinic, which reads the client from then on, and may decline."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.calendars.practitioner_search import PractitionerSearch
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from tests.builders.calls import ask, member, staff
from tests.builders.clinics.matches import (
    decline,
    events_of,
    guarantees,
    insured_guarantee,
    match,
    matches,
    read_by,
    read_by_clinic,
)
from tests.builders.clinics.users import COLLEAGUE, SIGNATORY, STRANGER, TREATS, SignedIn, bind
from tests.builders.decisions import tasks_in
from tests.builders.network import (
    ANNA,
    BO,
    Stage,
    act,
    book,
    change_claim,
    refresh_search,
    set_practitioner,
    staged,
    stored,
)

pytestmark = pytest.mark.usefixtures("aws")
CASEWORKER = staff("caseworker")


def matched(**changes: Any) -> tuple[Guarantee, Stage]:
    """Returns a guarantee that is matched to a practitioner."""
    guarantee, stage = insured_guarantee(**changes), staged()
    answer = match(guarantee, stage)
    assert answer.status == 200, answer.body
    return guarantee, stage


def change(guarantee_id: str, **attributes: Any) -> None:
    """Changes attributes of a stored guarantee."""
    pk, sk = case_partition(guarantee_id), f"GUARANTEE#{guarantee_id}"
    tables.commit([Update(tables.settings.cases_table, pk, sk, set=attributes)])


def declined_task() -> dict[str, Any]:
    """Returns the only task about a declined match."""
    [task] = [item for item in tasks_in().body["items"] if item.get("reason") == "match-declined"]
    return dict(task)


def test_a_match_binds_the_guarantee_to_the_clinic_and_the_practitioner(aws: dict[str, Any]) -> None:
    guarantee, stage = matched()
    read = read_by(guarantee, CASEWORKER).body
    assert (read["clinicId"], read["practitionerId"]) == (stage.clinic_id, stage.practitioner_id)
    assert (read["match"]["status"], read["match"]["clinicId"]) == ("matched", stage.clinic_id)
    assert read["version"] == 2
    [issued] = events_of(aws, "guarantee.issued")
    assert issued["clinicId"] == stage.clinic_id
    assert issued["data"].keys() == {"guaranteeId", "claimId", "matchedAt"}
    [told] = events_of(aws, "client.matched")
    assert told["data"]["practitionerId"] == stage.practitioner_id
    assert "clinicId" not in told


def test_from_the_match_on_the_clinic_reads_the_client_and_the_insurer() -> None:
    guarantee, stage = insured_guarantee(), staged()
    assert read_by_clinic(guarantee, stage).status == 404
    match(guarantee, stage)
    read = read_by_clinic(guarantee, stage).body
    assert (read["client"]["name"], read["client"]["phone"]) == ("Anna Holm", "+4520112233")
    assert (read["client"]["language"], read["client"]["problem"]["category"]) == ("da", "injury")
    assert read["client"]["problem"]["description"] == "Vred om i knæet"
    assert (read["insurer"]["payer"], read["insurer"]["name"]) == ("tryg", "Tryg")
    assert "cpr" not in str(read)


def test_only_the_named_practitioner_and_the_signatory_read_the_client() -> None:
    guarantee, stage = insured_guarantee(), staged()
    other = set_practitioner(stage.clinic_id, "bo").body["practitionerId"]
    bind(stage.clinic_id, SIGNATORY)
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    bind(stage.clinic_id, COLLEAGUE, other)
    match(guarantee, stage)
    path = f"/v1/guarantees/{guarantee.guarantee_id}"

    def status(cpr: str) -> int:
        return ask(guarantees(), SignedIn(cpr, stage.clinic_id).call("GET", path)).status

    assert [status(cpr) for cpr in (SIGNATORY, TREATS, COLLEAGUE, STRANGER)] == [200, 200, 404, 404]
    assert read_by_clinic(guarantee, staged("carla")).status == 404


def test_a_match_with_the_whole_clinic_lets_its_system_choose_who_treats() -> None:
    guarantee, stage = insured_guarantee(), staged()
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    assert match(guarantee, stage, practitionerId=None).status == 200
    assert read_by_clinic(guarantee, stage).body["client"]["name"] == "Anna Holm"
    path = f"/v1/guarantees/{guarantee.guarantee_id}"
    assert ask(guarantees(), SignedIn(TREATS, stage.clinic_id).call("GET", path)).status == 404


@pytest.mark.parametrize("consent", ["withdrawn", "refused", "expired", "undecided"])
def test_without_a_consent_in_force_the_clinic_no_longer_reads_the_client(consent: str) -> None:
    guarantee, stage = matched()
    change_claim(guarantee, consent=consent)
    read = read_by_clinic(guarantee, stage)
    assert read.status == 200
    assert {"client", "insurer"}.isdisjoint(read.body)


def test_the_client_is_gone_once_the_guarantee_is_revoked_or_over() -> None:
    guarantee, stage = matched()
    change(guarantee.guarantee_id, status="revoked", revokedOn="2026-11-01")
    assert "client" not in read_by_clinic(guarantee, stage).body
    change(guarantee.guarantee_id, status="active", validUntil="2020-01-01")
    assert "client" not in read_by_clinic(guarantee, stage).body


def test_a_booking_alone_shows_the_clinic_no_client_with_the_guarantee() -> None:
    guarantee, stage = insured_guarantee(), staged()
    assert book(guarantee, stage.free_slot()).status == 201
    assert "client" not in read_by_clinic(guarantee, stage).body


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"settlement": "refund"}, 422, "guarantee-is-refunded"),
        ({"status": "revoked"}, 422, "guarantee-not-active"),
        ({"sessions_used": 3, "sessions_booked": 3}, 422, "guarantee-not-active"),
        ({"treatment": "psychologist"}, 422, "treatment-not-offered"),
    ],
)
def test_a_guarantee_that_no_clinic_can_serve_is_not_matched(
    changes: dict[str, Any], status: int, code: str, aws: dict[str, Any]
) -> None:
    guarantee, stage = insured_guarantee(**changes), staged()
    answer = match(guarantee, stage)
    assert (answer.status, answer.body["code"]) == (status, code)
    assert events_of(aws, "client.matched") == []


def test_a_practitioner_without_the_problem_or_without_insurance_clients_is_refused() -> None:
    guarantee = insured_guarantee()
    stage = staged(problems=["anxiety"])
    assert match(guarantee, stage, problem="grief").body["code"] == "problem-not-taken"
    paused = staged("bo", insuranceClients=False)
    assert match(guarantee, paused).body["code"] == "treatment-not-offered"
    assert match(guarantee, stage, problem="anxiety").body["match"]["problem"] == "anxiety"


def test_no_client_reaches_a_clinic_before_its_contract_is_signed() -> None:
    guarantee, stage = insured_guarantee(), staged()
    clinics = DynamoClinics()
    known = clinics.find(stage.clinic_id)
    clinics.change(known, replace(known, status="applied", version=known.version + 1))
    assert match(guarantee, stage).body["code"] == "clinic-takes-no-clients"


def test_without_a_consent_nothing_is_matched() -> None:
    guarantee, stage = insured_guarantee(), staged()
    change_claim(guarantee, consent="withdrawn")
    answer = match(guarantee, stage)
    assert (answer.status, answer.body["code"]) == (409, "consent-missing")


def test_every_unknown_part_of_a_match_is_named_at_once() -> None:
    guarantee = insured_guarantee()
    answer = match(guarantee, None, clinicId="cli_unknown", practitionerId="prc_unknown")
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == {"/clinicId", "/practitionerId"}
    other = staged("bo")
    mixed = match(guarantee, staged(), practitionerId=other.practitioner_id)
    assert [fault["pointer"] for fault in mixed.body["errors"]] == ["/practitionerId"]


def test_a_match_needs_the_version_that_the_caseworker_saw() -> None:
    guarantee, stage = insured_guarantee(), staged()
    assert match(guarantee, stage, version=None).status == 428
    assert match(guarantee, stage, version=7).status == 412


def test_the_same_match_twice_is_one(aws: dict[str, Any]) -> None:
    guarantee, stage = insured_guarantee(), staged()
    first = match(guarantee, stage, key="once")
    assert match(guarantee, stage, key="once").body == first.body
    assert match(guarantee, stage, version=2).body == first.body
    assert len(events_of(aws, "guarantee.issued")) == 1


def test_only_the_caseworkers_of_the_payer_match() -> None:
    guarantee, stage = insured_guarantee(), staged()
    for by, status in (
        (staff("caseworker", payer="gjensidige"), 404),
        (staff("finance"), 403),
        (member(ANNA), 403),
        (staff("network", payer=None), 403),
    ):
        assert match(guarantee, stage, by=by).status == status


def test_a_match_is_refused_while_sessions_are_booked_elsewhere_and_taken_when_they_are_cancelled() -> None:
    guarantee, here, there = insured_guarantee(), staged(), staged("bo")
    booking_id = book(guarantee, here.free_slot()).body["bookingId"]
    refused = match(guarantee, there)
    assert (refused.status, refused.body["code"]) == (409, "booked-elsewhere")
    assert match(guarantee, here).status == 200
    assert act(booking_id, "cancel").status == 200
    assert match(guarantee, there, version=2).status == 200
    assert stored(guarantee)["practitionerId"] == there.practitioner_id


def test_a_new_match_ends_the_one_before_and_its_clinic_is_notified(aws: dict[str, Any]) -> None:
    guarantee, first = matched()
    second = staged("bo")
    assert match(guarantee, second, version=2).status == 200
    [ended] = events_of(aws, "match.ended")
    # The clock of the first clinic stops before that of the second one starts.
    assert ended["at"] < max(issued["at"] for issued in events_of(aws, "guarantee.issued"))
    assert (ended["clinicId"], ended["data"]["practitionerId"]) == (first.clinic_id, first.practitioner_id)
    assert read_by_clinic(guarantee, first).status == 404
    assert read_by_clinic(guarantee, second).body["client"]["name"] == "Anna Holm"


def test_a_decline_frees_the_guarantee_and_the_clinic_no_longer_reads_the_client(
    aws: dict[str, Any],
) -> None:
    guarantee, stage = matched()
    answer = decline(guarantee, stage, "language", text="Klienten taler kun polsk")
    assert (answer.status, answer.body["match"]["status"]) == (200, "declined")
    assert "Klienten taler kun polsk" not in str(answer.body)
    assert read_by_clinic(guarantee, stage).status == 404
    read = read_by(guarantee, CASEWORKER).body
    assert (read["clinicId"], read["practitionerId"], read["match"]["reason"]) == (None, None, "language")
    assert [past["text"] for past in read["declines"]] == ["Klienten taler kun polsk"]
    assert len(events_of(aws, "match.ended")) == 1


def test_the_member_sees_that_the_clinic_declined_and_not_what_it_wrote() -> None:
    guarantee, stage = matched()
    decline(guarantee, stage, "other", text="Et personligt forhold")
    read = read_by(guarantee, member(ANNA)).body
    assert read["match"]["status"] == "declined"
    assert "Et personligt forhold" not in str(read)
    assert "declines" not in read


def test_a_decline_opens_a_task_with_the_three_next_best_and_why() -> None:
    guarantee, stage = matched()
    others = [staged(f"other-{number}") for number in range(4)]
    for other in others[:3]:
        other.free_slot()
    refresh_search()
    decline(guarantee, stage, "no-capacity")
    task = declined_task()
    assert (task["queue"], task["subject"]["claimId"]) == ("claims", guarantee.claim_id)
    assert (task["declined"]["clinicId"], task["declined"]["reason"]) == (stage.clinic_id, "no-capacity")
    suggested = task["declined"]["suggestions"]
    free = {other.practitioner_id for other in others[:3]}
    assert {each["practitionerId"] for each in suggested} == free
    assert "first-free" in suggested[0]["why"]["codes"]
    assert "Første ledige tid er " in suggested[0]["why"]["text"]
    assert match(guarantee, others[0], version=3).status == 200


def test_after_a_second_decline_neither_clinic_is_suggested_again() -> None:
    guarantee, first = matched()
    second, third = staged("bo"), staged("carla")
    refresh_search()
    decline(guarantee, first)
    match(guarantee, second, version=3)
    decline(guarantee, second)
    tasks = [item for item in tasks_in().body["items"] if item.get("reason") == "match-declined"]
    assert len(tasks) == 2
    suggested = [each["practitionerId"] for each in tasks[-1]["declined"]["suggestions"]]
    assert suggested == [third.practitioner_id]
    assert len(read_by(guarantee, CASEWORKER).body["declines"]) == 2


def test_only_the_matched_clinic_declines_and_a_practitioner_only_own_matches() -> None:
    guarantee, stage = matched()
    other = set_practitioner(stage.clinic_id, "bo").body["practitionerId"]
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    bind(stage.clinic_id, COLLEAGUE, other)
    assert decline(guarantee, staged("carla")).status == 404
    path, body = f"/v1/guarantees/{guarantee.guarantee_id}/match/decline", {"reason": "not-my-field"}

    def status(cpr: str) -> int:
        return ask(matches(), SignedIn(cpr, stage.clinic_id).call("POST", path, body)).status

    assert [status(cpr) for cpr in (COLLEAGUE, STRANGER, TREATS, TREATS)] == [404, 403, 200, 404]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ({"reason": "too-far"}, {"/reason"}),
        ({"reason": "other", "text": "x" * 501}, {"/text"}),
        ({"reason": "dull", "text": "", "note": 1}, {"/reason", "/text", "/note"}),
    ],
)
def test_every_fault_of_a_decline_is_named(body: dict[str, Any], codes: set[str]) -> None:
    guarantee, stage = matched()
    answer = decline(guarantee, stage, **body)
    assert answer.status in (400, 422)
    assert {fault["pointer"] for fault in answer.body["errors"]} == codes


def test_booked_sessions_are_cancelled_before_the_client_is_declined() -> None:
    guarantee, stage = matched()
    assert book(guarantee, stage.free_slot()).status == 201
    refused = decline(guarantee, stage)
    assert (refused.status, refused.body["code"]) == (409, "sessions-are-booked")


def test_a_client_who_was_never_matched_cannot_be_declined() -> None:
    guarantee, stage = insured_guarantee(), staged()
    assert decline(guarantee, stage).status == 404
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    booked = decline(guarantee, stage)
    assert act(booking_id, "cancel").status == 200
    for refused in (booked, decline(guarantee, stage)):
        assert (refused.status, refused.body["code"]) == (403, "client-not-matched-here")


def test_a_clinic_may_decline_after_the_guarantee_ended_and_staff_then_have_nothing_to_do() -> None:
    guarantee, stage = matched()
    change(guarantee.guarantee_id, validUntil="2020-01-01")
    assert decline(guarantee, stage).status == 200
    assert [item for item in tasks_in().body["items"] if item.get("reason") == "match-declined"] == []


def test_the_next_clinic_reports_the_course_itself(aws: dict[str, Any]) -> None:
    guarantee, first = matched()
    reports = ("client.contacted", {"by": "phone"}), ("client.referred-on", {"to": "own doctor"})

    def report(stage: Stage) -> None:
        for kind, data in (*reports, ("course.ended", {})):
            answer = stage.event(kind, {"guaranteeId": guarantee.guarantee_id, **data})
            assert answer.status == 202, answer.body

    report(first)
    report(first)
    second = staged("bo")
    assert match(guarantee, second, version=2).status == 200
    report(second)
    for kind in ("client.contacted", "client.referred-on", "course.ended"):
        assert [told["clinicId"] for told in events_of(aws, kind)] in (
            [first.clinic_id, second.clinic_id],
            [second.clinic_id, first.clinic_id],
        )


def test_new_clients_count_in_the_load_until_the_clinic_declines() -> None:
    guarantee, stage = matched()

    def load() -> list[int]:
        refresh_search()
        rows, _ = PractitionerSearch().rows.by_first_free("PRACTITIONERS#DK#physiotherapy", None)
        return [row.new_clients for row in rows]

    assert load() == [1]
    decline(guarantee, stage)
    assert load() == [0]


def test_a_member_books_with_the_matched_practitioner_only() -> None:
    guarantee, stage = matched()
    other = staged("bo")
    assert book(guarantee, other.free_slot()).body["code"] == "guarantee-bound-elsewhere"
    assert book(guarantee, stage.free_slot(), by=member(BO)).status == 404
    assert book(guarantee, stage.free_slot()).status == 201
