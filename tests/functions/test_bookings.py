from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro.guarantee import Guarantee
from helsebro.local_day import local_day
from helsebro_aws import pseudonym
from helsebro_aws.dynamo_slots import DynamoSlots
from helsebro_aws.record import instant, to_item
from helsebro_aws.table import Put, tables
from tests import people
from tests.calls import ask, event, member, staff
from tests.cases import told
from tests.network import (
    ANNA,
    BO,
    Stage,
    act,
    begun,
    book,
    bookings,
    guarantee_of,
    hold,
    slot_body,
    soon,
    staged,
    stored,
)

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def test_a_member_books_a_slot_and_the_clinic_is_told_once(stage: Stage, aws: dict[str, Any]) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    answer = book(guarantee, slot_id)
    assert answer.status == 201, answer.body
    [row] = told(aws, "booking.created")
    assert row["clinicId"]["S"] == stage.clinic_id
    assert row["data"]["M"]["bookingId"]["S"] == answer.body["bookingId"]
    assert "per_" not in str(row)


def test_the_first_booking_binds_the_guarantee_and_counts_one_session(stage: Stage) -> None:
    guarantee = guarantee_of()
    book(guarantee, stage.free_slot())
    item = stored(guarantee)
    bound = (item["clinicId"], item["practitionerId"], item["sessionsBooked"])
    assert bound == (stage.clinic_id, stage.practitioner_id, 1)


def test_a_second_member_gets_409_with_the_next_slots(stage: Stage) -> None:
    slot_id, later = stage.free_slot(), stage.free_slot(starts_at=soon(80))
    stage.free_slot(starts_at=soon(82), service="follow-up")
    assert book(guarantee_of(), slot_id).status == 201
    answer = book(guarantee_of(BO), slot_id, by=member(BO))
    assert (answer.status, answer.body["code"]) == (409, "slot-taken")
    assert [slot["slotId"] for slot in answer.body["nextSlots"]] == [later]


def test_where_no_later_slot_is_free_an_earlier_one_is_offered(stage: Stage) -> None:
    earlier, slot_id = stage.free_slot(starts_at=soon(60)), stage.free_slot()
    book(guarantee_of(), slot_id)
    answer = book(guarantee_of(BO), slot_id, by=member(BO))
    assert [slot["slotId"] for slot in answer.body["nextSlots"]] == [earlier]


def test_the_same_key_gives_the_same_booking_and_one_session(stage: Stage) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    first, second = (book(guarantee, slot_id, key="one-key") for _ in range(2))
    assert (first.status, second.status) == (201, 201)
    assert first.body == second.body
    assert second.headers["idempotency-replayed"] == "true"
    assert stored(guarantee)["sessionsBooked"] == 1


def test_a_replay_after_the_last_session_is_still_the_first_answer(stage: Stage) -> None:
    guarantee, slot_id = guarantee_of(sessions_granted=1), stage.free_slot()
    assert [book(guarantee, slot_id, key="k").status for _ in range(2)] == [201, 201]


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"status": "revoked"}, 422, "guarantee-not-valid"),
        ({"sessions_booked": 3}, 422, "guarantee-used-up"),
        ({"valid_until": datetime.now(UTC).date()}, 422, "outside-guarantee-period"),
        ({"valid_from": soon(24 * 30).date()}, 422, "outside-guarantee-period"),
        ({"clinic_id": "cli_other"}, 422, "guarantee-bound-elsewhere"),
        ({"practitioner_id": "prc_other"}, 422, "guarantee-bound-elsewhere"),
        ({"treatment": "psychologist"}, 422, "treatment-not-offered"),
    ],
)
def test_a_guarantee_that_is_not_good_for_the_slot_is_told_why(
    stage: Stage, changes: dict[str, Any], status: int, code: str
) -> None:
    slot_id = stage.free_slot()
    answer = book(guarantee_of(**changes), slot_id)
    assert (answer.status, answer.body["code"]) == (status, code)
    assert DynamoSlots().find(slot_id).status == "free"


def test_the_last_day_counts_in_the_time_of_the_country(stage: Stage) -> None:
    """22:30 UTC is the next day in Denmark, summer and winter alike at the latest from 23:30."""
    midnight = (soon(72) + timedelta(days=1)).replace(hour=0, minute=0)
    last_day = midnight.date() - timedelta(days=1)
    after = stage.free_slot(starts_at=midnight - timedelta(minutes=30), minutes=20)
    answer = book(guarantee_of(valid_until=last_day), after)
    assert answer.body["code"] == "outside-guarantee-period"
    before = stage.free_slot(starts_at=midnight - timedelta(hours=3), minutes=20)
    assert book(guarantee_of(valid_until=last_day), before).status == 201


@pytest.mark.parametrize("by", [member(BO), staff("caseworker", payer="gjensidige")])
def test_anothers_guarantee_is_as_unknown_as_none(stage: Stage, by: dict[str, Any]) -> None:
    slot_id = stage.free_slot()
    foreign = book(guarantee_of(), slot_id, by=by)
    unknown = book(guarantee_of(), slot_id, by=by, guaranteeId=f"{guarantee_of().guarantee_id[:-1]}a")
    assert (foreign.status, unknown.status) == (404, 404)
    assert foreign.body == unknown.body


def test_a_caseworker_of_the_payer_books_for_the_member_and_finance_does_not(stage: Stage) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    statuses = [book(guarantee, slot_id, by=staff(role)).status for role in ("finance", "caseworker")]
    assert statuses == [403, 201]


def change_claim(guarantee: Guarantee, **changes: Any) -> None:
    table, key = tables.settings.cases_table, (f"tryg#{guarantee.claim_id}", "CLAIM")
    claim = tables.get(table, *key) or {}
    tables.commit([Put(table, {**claim, **changes}, when=None)])


@pytest.mark.parametrize(("until_in_days", "status"), [(1, 201), (0, 404)])
def test_a_guardian_books_until_the_day_the_child_is_fifteen(
    stage: Stage, until_in_days: int, status: int
) -> None:
    guarantee = guarantee_of()
    fifteen = local_day(datetime.now(UTC)) + timedelta(days=until_in_days)
    guardian = pseudonym.person_id("DK", BO)
    change_claim(guarantee, guardianId=guardian, guardianUntil=fifteen.isoformat())
    assert book(guarantee, stage.free_slot(), by=member(BO)).status == status


@pytest.mark.parametrize(("power", "statuses"), [("act", (201, 201)), ("contact", (403, 403))])
def test_a_mandate_to_act_holds_and_books_and_one_to_contact_does_not(
    stage: Stage, power: str, statuses: tuple[int, int]
) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    mandate = {
        "mandateId": "man_1",
        "powers": [power],
        "givenBy": guarantee.person_id,
        "givenAt": instant(soon(-1)),
        "holderId": pseudonym.person_id("DK", BO),
    }
    change_claim(guarantee, mandates=[mandate])
    answers = hold(guarantee, slot_id, by=member(BO)), book(guarantee, slot_id, by=member(BO))
    assert (answers[0].status, answers[1].status) == statuses


def test_an_unknown_slot_is_404_and_a_withdrawn_one_is_taken(stage: Stage) -> None:
    guarantee, body = guarantee_of(), slot_body()
    slot_id = stage.publish(body).body["published"][0]["slotId"]
    stage.event("slots.withdrawn", {"practitionerKey": stage.key, "slots": [{"key": body["key"]}]})
    assert book(guarantee, slot_id).body["code"] == "slot-taken"
    assert book(guarantee, "slt_aaaa").status == 404


def test_a_slot_of_the_other_service_is_refused(stage: Stage) -> None:
    answer = book(guarantee_of(), stage.free_slot(service="follow-up"))
    assert (answer.status, answer.body["code"]) == (422, "slot-of-another-service")


def test_what_has_begun_cannot_be_booked(stage: Stage) -> None:
    slot = DynamoSlots().find(stage.free_slot())
    past = {**to_item(slot), "startsAt": instant(soon(-1)), "pk": slot.practitioner_id}
    past["sk"] = f"SLOT#{instant(slot.starts_at)}"
    tables.commit([Put(tables.settings.network_table, past, when=None)])
    assert book(guarantee_of(), slot.slot_id).body["code"] == "slot-in-the-past"


def test_a_clinic_that_has_ended_takes_no_bookings() -> None:
    ended = staged(clinic_changes={"status": "ended"})
    assert book(guarantee_of(), ended.free_slot()).body["code"] == "clinic-takes-no-clients"


def test_every_fault_of_a_booking_is_told_at_once() -> None:
    call = event("POST", "/v1/bookings", by=member(ANNA), body={"slotId": 1, "service": "third", "x": 1})
    answer = ask(bookings(), call)
    pointers = {fault["pointer"] for fault in answer.body["errors"]}
    assert (answer.status, pointers) == (422, {"/guaranteeId", "/slotId", "/service", "/x"})


# Holds


def test_a_held_slot_is_booked_by_its_holder_only(stage: Stage) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    held = hold(guarantee, slot_id)
    assert held.status == 201
    assert datetime.fromisoformat(held.body["expiresAt"]) <= datetime.now(UTC) + timedelta(minutes=10)
    assert book(guarantee_of(BO), slot_id, by=member(BO)).body["code"] == "slot-taken"
    assert book(guarantee, slot_id, holdId="hld_another").body["code"] == "slot-taken"
    assert book(guarantee, slot_id, holdId=held.body["holdId"]).status == 201


def test_a_hold_that_ran_out_keeps_nobody_away(stage: Stage) -> None:
    slot_id = stage.free_slot()
    hold(guarantee_of(), slot_id)
    slot = DynamoSlots().find(slot_id)
    lapsed = {**to_item(slot), "heldUntil": instant(soon(-1)), "pk": slot.practitioner_id}
    lapsed["sk"] = f"SLOT#{instant(slot.starts_at)}"
    tables.commit([Put(tables.settings.network_table, lapsed, when=None)])
    assert book(guarantee_of(BO), slot_id, by=member(BO)).status == 201


def test_a_second_hold_lets_the_first_one_go(stage: Stage) -> None:
    guarantee, first, second = guarantee_of(), stage.free_slot(), stage.free_slot(starts_at=soon(80))
    assert [hold(guarantee, slot_id).status for slot_id in (first, second)] == [201, 201]
    assert [DynamoSlots().find(slot_id).status for slot_id in (first, second)] == ["free", "held"]


def test_a_hold_after_a_booking_leaves_the_booked_slot_alone(stage: Stage) -> None:
    guarantee, first, second = guarantee_of(), stage.free_slot(), stage.free_slot(starts_at=soon(80))
    hold(guarantee, first)
    book(guarantee, first)
    assert hold(guarantee, second).status == 201
    assert DynamoSlots().find(first).status == "booked"


def test_asking_again_for_the_same_slot_does_not_lengthen_the_hold(stage: Stage) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    first, second = hold(guarantee, slot_id), hold(guarantee, slot_id)
    assert (first.body, second.status) == (second.body, 201)


def test_a_hold_needs_a_session_to_book(stage: Stage) -> None:
    assert hold(guarantee_of(sessions_booked=3), stage.free_slot()).body["code"] == "guarantee-used-up"


def test_a_taken_slot_cannot_be_held(stage: Stage) -> None:
    slot_id = stage.free_slot()
    book(guarantee_of(), slot_id)
    assert hold(guarantee_of(BO), slot_id, by=member(BO)).body["code"] == "slot-taken"


# Cancelling and moving


def test_a_cancellation_in_time_frees_slot_and_session(stage: Stage, aws: dict[str, Any]) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    booking_id = book(guarantee, slot_id).body["bookingId"]
    answer = act(booking_id, "cancel")
    assert (answer.status, answer.body["lateCancellation"]) == (200, False)
    assert DynamoSlots().find(slot_id).status == "free"
    assert stored(guarantee)["sessionsBooked"] == 0
    assert len(told(aws, "booking.cancelled")) == 1


def test_a_cancellation_within_a_day_is_late_and_gives_the_session_back(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = book(guarantee, stage.free_slot(starts_at=soon(20))).body["bookingId"]
    assert act(booking_id, "cancel").body["lateCancellation"] is True
    assert stored(guarantee)["sessionsBooked"] == 0


def test_a_second_cancellation_is_a_conflict_and_counts_nothing(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    assert [act(booking_id, "cancel").status for _ in range(2)] == [200, 409]
    assert stored(guarantee)["sessionsBooked"] == 0


def test_what_has_begun_is_not_cancelled(stage: Stage) -> None:
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    begun(booking_id)
    assert act(booking_id, "cancel").body["code"] == "session-has-begun"


def test_a_booking_moves_and_the_old_slot_is_free_again(stage: Stage, aws: dict[str, Any]) -> None:
    guarantee, old, new = (
        guarantee_of(sessions_granted=1),
        stage.free_slot(),
        stage.free_slot(starts_at=soon(80)),
    )
    booking_id = book(guarantee, old).body["bookingId"]
    answer = act(booking_id, "reschedule", body={"slotId": new})
    assert (answer.status, answer.body["slotId"]) == (200, new)
    assert [DynamoSlots().find(slot_id).status for slot_id in (old, new)] == ["free", "booked"]
    assert stored(guarantee)["sessionsBooked"] == 1
    assert len(told(aws, "booking.rescheduled")) == 1


def test_a_move_to_a_taken_slot_changes_nothing(stage: Stage) -> None:
    old, taken = stage.free_slot(), stage.free_slot(starts_at=soon(80))
    book(guarantee_of(BO), taken, by=member(BO))
    booking_id = book(guarantee_of(), old).body["bookingId"]
    answer = act(booking_id, "reschedule", body={"slotId": taken})
    assert answer.body["code"] == "slot-taken"
    assert DynamoSlots().find(old).booking_id == booking_id


@pytest.mark.parametrize(
    ("to", "code"), [("own", "booking-in-that-slot"), ("other", "guarantee-bound-elsewhere")]
)
def test_a_move_stays_with_the_practitioner(stage: Stage, to: str, code: str) -> None:
    slot_id = stage.free_slot()
    booking_id = book(guarantee_of(), slot_id).body["bookingId"]
    there = slot_id if to == "own" else staged("other").free_slot(starts_at=soon(80))
    answer = act(booking_id, "reschedule", body={"slotId": there})
    assert (answer.status, answer.body["code"]) == (422, code)


@pytest.mark.parametrize("verb", ["cancel", "reschedule"])
def test_another_member_cannot_touch_a_booking(stage: Stage, verb: str) -> None:
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    body = {"slotId": stage.free_slot(starts_at=soon(80))}
    assert act(booking_id, verb, by=member(BO), body=body).status == 404


# Reading


def read(path: str, by: dict[str, Any] | None = None) -> Any:
    return ask(bookings(), event("GET", path, by=by or member(ANNA)))


def test_the_member_and_staff_read_a_booking_and_nobody_else(stage: Stage) -> None:
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    path = f"/v1/bookings/{booking_id}"
    callers = [member(ANNA), staff("caseworker"), member(BO), staff("caseworker", payer="gjensidige")]
    assert [read(path, by).status for by in callers] == [200, 200, 404, 404]
    assert read(path, staff("finance")).status == 403
    assert "client" not in read(path).body


def test_staff_list_a_persons_bookings_page_by_page(stage: Stage) -> None:
    guarantee = guarantee_of()
    ids = [
        book(guarantee, stage.free_slot(starts_at=soon(hours))).body["bookingId"] for hours in (72, 74, 76)
    ]
    path = f"/v1/bookings?personId={guarantee.person_id}&limit=2"
    first = read(path, staff("caseworker")).body
    second = read(f"{path}&cursor={first['nextCursor']}", staff("caseworker")).body
    assert [item["bookingId"] for item in first["items"] + second["items"]] == list(reversed(ids))
    assert second["nextCursor"] is None
    assert read(path, staff("caseworker", payer="gjensidige")).body["items"] == []


@pytest.mark.usefixtures("enrolled")
def test_the_clinic_reads_all_it_needs_to_treat_and_to_be_paid(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    body = stage.get(f"/v1/bookings/{booking_id}").body
    assert body["client"] == {"cpr": ANNA, "name": "Anna Holm", "bornOn": "1980-01-01", "contact": {}}
    assert body["problem"]["description"] == "Vred om i knæet"
    assert body["insurer"]["name"] == "Tryg"
    assert body["guarantee"]["fee"] == {"amount": "450.00", "currency": "DKK"}
    assert body["invoice"] == {
        "endpoint": {"scheme": "0088", "id": "5790000000005"},
        "orderReference": guarantee.number,
        "buyerReference": guarantee.case_reference,
        "bookingId": booking_id,
    }


@pytest.mark.usefixtures("enrolled")
def test_without_the_consent_the_clinic_learns_nothing_of_the_client(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    change_claim(guarantee, consent="withdrawn")
    body = stage.get(f"/v1/bookings/{booking_id}").body
    assert body["consent"] == "withdrawn"
    assert not {"client", "problem"} & body.keys()


@pytest.mark.usefixtures("enrolled")
def test_another_clinic_does_not_find_the_booking(stage: Stage) -> None:
    guarantee, other = guarantee_of(), staged("other")
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    assert other.get(f"/v1/bookings/{booking_id}").status == 404
    listed = [at.get(f"/v1/bookings?personId={guarantee.person_id}").body["items"] for at in (stage, other)]
    assert [len(items) for items in listed] == [1, 0]


@pytest.mark.usefixtures("enrolled")
def test_a_member_lists_own_bookings_and_a_strangers_are_404(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    assert [item["bookingId"] for item in read("/v1/bookings").body["items"]] == [booking_id]
    assert read(f"/v1/bookings?personId={guarantee.person_id}", member(BO)).status == 404


@pytest.mark.parametrize("query", ["limit=0", "limit=x", "cursor=tryg:nonsense", "cursor=other:"])
def test_a_bad_page_is_400(query: str) -> None:
    assert read(f"/v1/bookings?personId=per_a&{query}", staff("caseworker")).status == 400


@pytest.fixture
def enrolled(aws: dict[str, Any]) -> None:
    assert aws
    people.payer_of()
    people.enrol(people.policy_of())
