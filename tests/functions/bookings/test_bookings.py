from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro.ids import SlotId
from helsebro.local_day import local_day
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.dynamodb.record import instant, to_item
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.identity import pseudonym
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import outbox_rows
from tests.builders.network import (
    ANNA,
    BO,
    Stage,
    book,
    book_series,
    bookings,
    change_claim,
    guarantee_of,
    hold,
    slot_body,
    soon,
    staged,
    stored,
)

pytestmark = pytest.mark.usefixtures("aws")


def test_a_member_books_a_slot_and_the_clinic_is_notified_once(stage: Stage, aws: dict[str, Any]) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    answer = book(guarantee, slot_id)
    assert answer.status == 201, answer.body
    [row] = outbox_rows(aws, "booking.created")
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


def test_an_earlier_slot_is_offered_when_no_later_slot_is_free(stage: Stage) -> None:
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


def test_a_replay_after_the_last_session_still_gets_the_first_answer(stage: Stage) -> None:
    guarantee, slot_id = guarantee_of(sessions_granted=1), stage.free_slot()
    assert [book(guarantee, slot_id, key="k").status for _ in range(2)] == [201, 201]


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"status": "revoked"}, 422, "guarantee-not-valid"),
        ({"sessions_booked": 3}, 422, "guarantee-used-up"),
        ({"valid_until": local_day(datetime.now(UTC))}, 422, "outside-guarantee-period"),
        ({"valid_from": local_day(soon(24 * 30))}, 422, "outside-guarantee-period"),
        ({"settlement": "refund"}, 422, "guarantee-is-refunded"),
        ({"clinic_id": "cli_other"}, 422, "guarantee-bound-elsewhere"),
        ({"practitioner_id": "prc_other"}, 422, "guarantee-bound-elsewhere"),
        ({"treatment": "psychologist"}, 422, "treatment-not-offered"),
    ],
)
def test_a_booking_that_the_guarantee_does_not_cover_is_refused_with_the_reason(
    stage: Stage, changes: dict[str, Any], status: int, code: str
) -> None:
    slot_id = stage.free_slot()
    answer = book(guarantee_of(**changes), slot_id)
    assert (answer.status, answer.body["code"]) == (status, code)
    assert DynamoSlots().find(slot_id).status == "free"


def test_the_last_day_counts_in_the_time_of_the_country(stage: Stage) -> None:
    """23:30 UTC is the next day in Denmark, in summer and in winter."""
    midnight = (soon(72) + timedelta(days=1)).replace(hour=0, minute=0)
    last_day = midnight.date() - timedelta(days=1)
    after = stage.free_slot(starts_at=midnight - timedelta(minutes=30), minutes=20)
    answer = book(guarantee_of(valid_until=last_day), after)
    assert answer.body["code"] == "outside-guarantee-period"
    before = stage.free_slot(starts_at=midnight - timedelta(hours=3), minutes=20)
    assert book(guarantee_of(valid_until=last_day), before).status == 201


@pytest.mark.parametrize("by", [member(BO), staff("caseworker", payer="gjensidige")])
def test_the_guarantee_of_another_person_is_404_like_an_unknown_one(stage: Stage, by: dict[str, Any]) -> None:
    slot_id = stage.free_slot()
    foreign = book(guarantee_of(), slot_id, by=by)
    unknown = book(guarantee_of(), slot_id, by=by, guaranteeId=f"{guarantee_of().guarantee_id[:-1]}a")
    assert (foreign.status, unknown.status) == (404, 404)
    assert foreign.body == unknown.body


def test_a_caseworker_of_the_payer_books_for_the_member_and_finance_does_not(stage: Stage) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    statuses = [book(guarantee, slot_id, by=staff(role)).status for role in ("finance", "caseworker")]
    assert statuses == [403, 201]


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


def test_a_slot_that_has_begun_cannot_be_booked(stage: Stage) -> None:
    slot = DynamoSlots().find(SlotId(stage.free_slot()))
    past = {**to_item(slot), "startsAt": instant(soon(-1)), "pk": slot.practitioner_id}
    past["sk"] = f"SLOT#{instant(slot.starts_at)}"
    tables.commit([Put(tables.settings.network_table, past, when=None)])
    assert book(guarantee_of(), slot.slot_id).body["code"] == "slot-in-the-past"


def test_a_clinic_that_has_ended_takes_no_bookings() -> None:
    ended = staged(clinic_changes={"status": "ended"})
    assert book(guarantee_of(), ended.free_slot()).body["code"] == "clinic-takes-no-clients"


def test_every_fault_of_a_booking_is_reported_at_once() -> None:
    call = event("POST", "/v1/bookings", by=member(ANNA), body={"slotId": 1, "service": "third", "x": 1})
    answer = ask(bookings(), call)
    pointers = {fault["pointer"] for fault in answer.body["errors"]}
    assert (answer.status, pointers) == (422, {"/guaranteeId", "/slotId", "/service", "/x"})


@pytest.mark.parametrize("consent", ["withdrawn", "refused", "expired"])
def test_without_a_consent_in_force_nothing_new_is_held_or_booked(stage: Stage, consent: str) -> None:
    """The clinic would get a client of whom it may know nothing (F4-16)."""
    guarantee, slot_ids = guarantee_of(), [stage.free_slot(starts_at=soon(hours)) for hours in (72, 80)]
    change_claim(guarantee, consent=consent)
    tried = (hold(guarantee, slot_ids[0]), book(guarantee, slot_ids[0]), book_series(guarantee, slot_ids))
    assert [(answer.status, answer.body["code"]) for answer in tried] == [(403, "consent-required")] * 3
    assert {DynamoSlots().find(slot_id).status for slot_id in slot_ids} == {"free"}
