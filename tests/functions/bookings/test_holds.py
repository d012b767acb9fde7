from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.dynamodb.record import instant, to_item
from helsebro_aws.dynamodb.tables import Put, tables
from tests.builders.calls import member
from tests.builders.network import BO, Stage, book, guarantee_of, hold, soon

pytestmark = pytest.mark.usefixtures("aws")


def test_a_held_slot_is_booked_only_by_its_holder(stage: Stage) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    held = hold(guarantee, slot_id)
    assert held.status == 201
    assert datetime.fromisoformat(held.body["expiresAt"]) <= datetime.now(UTC) + timedelta(minutes=10)
    assert book(guarantee_of(BO), slot_id, by=member(BO)).body["code"] == "slot-taken"
    assert book(guarantee, slot_id, holdId="hld_another").body["code"] == "slot-taken"
    assert book(guarantee, slot_id, holdId=held.body["holdId"]).status == 201


def test_a_slot_is_available_after_its_hold_has_expired(stage: Stage) -> None:
    slot_id = stage.free_slot()
    hold(guarantee_of(), slot_id)
    slot = DynamoSlots().find(slot_id)
    lapsed = {**to_item(slot), "heldUntil": instant(soon(-1)), "pk": slot.practitioner_id}
    lapsed["sk"] = f"SLOT#{instant(slot.starts_at)}"
    tables.commit([Put(tables.settings.network_table, lapsed, when=None)])
    assert book(guarantee_of(BO), slot_id, by=member(BO)).status == 201


def test_a_second_hold_releases_the_first(stage: Stage) -> None:
    guarantee, first, second = guarantee_of(), stage.free_slot(), stage.free_slot(starts_at=soon(80))
    assert [hold(guarantee, slot_id).status for slot_id in (first, second)] == [201, 201]
    assert [DynamoSlots().find(slot_id).status for slot_id in (first, second)] == ["free", "held"]


def test_a_hold_after_a_booking_does_not_change_the_booked_slot(stage: Stage) -> None:
    guarantee, first, second = (
        guarantee_of(),
        stage.free_slot(),
        stage.free_slot(starts_at=soon(80), service="follow-up"),
    )
    hold(guarantee, first)
    book(guarantee, first)
    assert hold(guarantee, second).status == 201
    assert DynamoSlots().find(first).status == "booked"


def test_holding_the_same_slot_again_does_not_extend_the_hold(stage: Stage) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot()
    first, second = hold(guarantee, slot_id), hold(guarantee, slot_id)
    assert (first.body, second.status) == (second.body, 201)


def test_a_hold_needs_a_session_that_is_left(stage: Stage) -> None:
    assert hold(guarantee_of(sessions_booked=3), stage.free_slot()).body["code"] == "guarantee-used-up"


def test_a_taken_slot_cannot_be_held(stage: Stage) -> None:
    slot_id = stage.free_slot()
    book(guarantee_of(), slot_id)
    assert hold(guarantee_of(BO), slot_id, by=member(BO)).body["code"] == "slot-taken"
