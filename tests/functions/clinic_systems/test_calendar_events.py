from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.calendars.slot import Slot
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.dynamodb.record import instant
from tests.builders.claims import outbox_rows
from tests.builders.network import Stage, book, guarantee_of, hold, slot_body, soon, staged

pytestmark = pytest.mark.usefixtures("aws")


def all_slots(stage: Stage) -> list[Slot]:
    found = DynamoSlots().between(stage.practitioner_id, soon(-48), soon(24 * 365))
    return [slot for slot in found if slot.status != "withdrawn"]


def starts(stage: Stage) -> dict[str, str]:
    return {slot.key: instant(slot.starts_at) for slot in all_slots(stage)}


def test_published_slots_are_stored_with_one_event(stage: Stage, aws: dict[str, Any]) -> None:
    answer = stage.publish(*[slot_body(soon(72 + number)) for number in range(3)])
    assert (answer.status, len(answer.body["published"]), answer.body["refused"]) == (202, 3, [])
    assert len(all_slots(stage)) == 3
    assert len(outbox_rows(aws, "slots.published")) == 1


def test_the_same_slots_again_change_nothing(stage: Stage, aws: dict[str, Any]) -> None:
    slots = [slot_body(soon(72 + number)) for number in range(2)]
    stage.publish(*slots)
    again = stage.publish(*slots)
    assert (again.body["unchanged"], again.body["published"]) == ([slot["key"] for slot in slots], [])
    assert len(outbox_rows(aws, "slots.published")) == 1


def test_two_hundred_slots_are_published_with_one_event(stage: Stage, aws: dict[str, Any]) -> None:
    slots = [slot_body(soon(72 + number), key=f"k{number}") for number in range(200)]
    assert stage.publish(*slots).status == 202
    assert starts(stage) == {slot["key"]: slot["startsAt"] for slot in slots}
    assert len(outbox_rows(aws, "slots.published")) == 1
    assert stage.publish(*slots, slot_body(soon(500))).status == 422


def test_an_interrupted_publication_is_completed_by_sending_it_again(stage: Stage) -> None:
    """As after a crash between two commits: half of the slots are stored, without a receipt."""
    slots = [slot_body(soon(72 + number), key=f"k{number}") for number in range(100)]
    assert stage.publish(*slots[:40]).status == 202
    answer = stage.publish(*slots)
    assert (len(answer.body["unchanged"]), len(answer.body["published"])) == (40, 60)
    assert len(all_slots(stage)) == 100


def test_a_free_slot_moves_with_its_key(stage: Stage) -> None:
    body = slot_body(key="k")
    old = stage.publish(body).body["published"][0]["slotId"]
    moved = slot_body(soon(90), key="k")
    assert stage.publish(moved).body["published"][0]["slotId"] != old
    assert starts(stage) == {"k": moved["startsAt"]}


def test_a_whole_day_can_be_shifted_at_once(stage: Stage) -> None:
    day = [slot_body(soon(72) + timedelta(minutes=45 * number), key=f"k{number}") for number in range(6)]
    stage.publish(*day)
    shifted = [
        slot_body(soon(72) + timedelta(minutes=45 * number + 30), key=f"k{number}") for number in range(6)
    ]
    assert stage.publish(*shifted).body["refused"] == []
    assert starts(stage) == {slot["key"]: slot["startsAt"] for slot in shifted}


def test_a_slot_can_grow_where_it_is(stage: Stage) -> None:
    stage.publish(slot_body(key="k", minutes=30))
    assert stage.publish(slot_body(key="k", minutes=60)).body["refused"] == []
    [slot] = all_slots(stage)
    assert slot.ends_at - slot.starts_at == timedelta(minutes=60)


def test_a_booked_slot_does_not_move_and_the_other_slots_do(stage: Stage) -> None:
    slot_id = stage.free_slot(key="k")
    booking_id = book(guarantee_of(), slot_id).body["bookingId"]
    answer = stage.publish(slot_body(soon(90), key="k"), slot_body(soon(95), key="n"))
    assert answer.status == 202
    assert answer.body["refused"] == [{"key": "k", "code": "slot-not-free", "bookingId": booking_id}]
    assert [slot["key"] for slot in answer.body["published"]] == ["n"]
    assert DynamoSlots().find(slot_id).status == "booked"


def test_a_held_slot_does_not_move(stage: Stage) -> None:
    hold(guarantee_of(), stage.free_slot(key="k"))
    answer = stage.publish(slot_body(soon(90), key="k"))
    assert answer.body["errors"][0]["code"] == "slot-not-free"


@pytest.mark.parametrize(
    ("slot", "code"),
    [
        (lambda: slot_body(soon(72) + timedelta(minutes=30), key="n"), "slot-overlaps"),
        (lambda: slot_body(soon(72), key="n"), "slot-overlaps"),
        (lambda: slot_body(soon(71), minutes=600, key="n"), "slot-overlaps"),
        (lambda: slot_body(soon(-2), key="n"), "slot-in-the-past"),
    ],
)
def test_a_slot_that_does_not_fit_is_refused_with_the_reason(stage: Stage, slot: Any, code: str) -> None:
    book(guarantee_of(), stage.free_slot(starts_at=soon(72), key="k"))
    answer = stage.publish(slot())
    assert answer.status == 422
    assert [(fault["pointer"], fault["code"]) for fault in answer.body["errors"]] == [("/data/slots/0", code)]
    assert list(starts(stage)) == ["k"]


def test_slots_may_touch(stage: Stage) -> None:
    stage.free_slot(starts_at=soon(72), minutes=60)
    assert stage.publish(slot_body(soon(73))).status == 202


def test_two_practitioners_have_separate_calendars(stage: Stage) -> None:
    stage.free_slot()
    assert staged("other").publish(slot_body()).status == 202


@pytest.mark.parametrize("named", ["slots", "keys"])
def test_a_withdrawn_slot_is_gone_and_may_be_published_again(stage: Stage, named: str) -> None:
    body = slot_body(key="k")
    stage.publish(body)
    data = {"slots": [{"key": "k"}]} if named == "slots" else {"keys": ["k"]}
    answer = stage.event("slots.withdrawn", {"practitionerKey": stage.key, **data})
    assert (answer.status, [slot["key"] for slot in answer.body["withdrawn"]]) == (202, ["k"])
    assert all_slots(stage) == []
    assert stage.publish(body).status == 202
    assert starts(stage) == {"k": body["startsAt"]}


def test_a_booked_slot_and_an_unknown_key_are_refused_for_withdrawal(stage: Stage) -> None:
    book(guarantee_of(), stage.free_slot(key="k"))
    stage.free_slot(starts_at=soon(90), key="n")
    answer = stage.event("slots.withdrawn", {"practitionerKey": stage.key, "keys": ["k", "n", "x"]})
    codes = {one["key"]: one["code"] for one in answer.body["refused"]}
    assert codes == {"k": "slot-not-free", "x": "slot-unknown"}
    assert list(starts(stage)) == ["k"]


@pytest.mark.parametrize(
    ("data", "pointers"),
    [
        ({"keys": ["x", "y"]}, ["/data/keys/0", "/data/keys/1"]),
        ({"slots": [{"key": "x"}], "keys": ["x", "y"]}, ["/data/slots/0/key", "/data/keys/1"]),
        ({"slots": [{"key": "x"}, {"key": "x"}, {"key": "y"}]}, ["/data/slots/0/key", "/data/slots/2/key"]),
    ],
)
def test_a_refused_withdrawal_points_at_each_key_where_it_stands(
    stage: Stage, data: dict[str, Any], pointers: list[str]
) -> None:
    answer = stage.event("slots.withdrawn", {"practitionerKey": stage.key, **data})
    assert [fault["pointer"] for fault in answer.body["errors"]] == pointers
    assert {fault["code"] for fault in answer.body["errors"]} == {"slot-unknown"}


def test_a_hold_does_not_stop_the_clinic_from_withdrawing_the_slot(stage: Stage) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot(key="k")
    hold(guarantee, slot_id)
    assert stage.event("slots.withdrawn", {"practitionerKey": stage.key, "keys": ["k"]}).status == 202
    assert book(guarantee, slot_id).body["code"] == "slot-taken"


@pytest.mark.parametrize(
    ("slots", "code"),
    [
        ([slot_body(key="k"), slot_body(soon(90), key="k")], "slot-key-twice"),
        ([slot_body(), slot_body(soon(72) + timedelta(minutes=5))], "slot-overlaps"),
        ([slot_body(minutes=-5)], "slot-ends-before-it-starts"),
        ([slot_body(minutes=1)], "slot-length"),
        ([], "no-slots"),
    ],
)
def test_slots_that_contradict_each_other_are_all_refused(
    stage: Stage, slots: list[dict[str, Any]], code: str
) -> None:
    answer = stage.publish(*slots)
    assert (answer.status, answer.body["errors"][0]["code"]) == (422, code)
    assert all_slots(stage) == []
