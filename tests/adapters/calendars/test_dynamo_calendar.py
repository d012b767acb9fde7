"""The clinic's own calendar decides: what the clinic publishes replaces slots that are still available."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.calendars.slot import Slot
from helsebro.receipt import Receipt
from helsebro_aws.calendars.dynamo_calendar import DynamoCalendar
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from tests.builders.calls import Answered, member
from tests.builders.network import BO, Stage, book, guarantee_of, hold, slot_body, soon, staged

pytestmark = pytest.mark.usefixtures("aws")
MINUTES = timedelta(minutes=1)


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def starts(stage: Stage) -> dict[str, str]:
    found = DynamoSlots().between(stage.practitioner_id, soon(-48), soon(24 * 365))
    return {slot.key: instant(slot.starts_at) for slot in found if slot.status != "withdrawn"}


def codes(answer: Answered) -> list[str]:
    return [fault["code"] for fault in answer.body.get("errors", [])]


@pytest.mark.parametrize(
    "wanted",
    [
        lambda: slot_body(soon(72) + 30 * MINUTES, key="n"),
        lambda: slot_body(soon(72), key="n"),
        lambda: slot_body(soon(72), key="n", minutes=90, service="follow-up"),
        lambda: slot_body(soon(71), minutes=600, key="n"),
    ],
)
def test_a_slot_under_a_new_key_replaces_a_free_slot(
    stage: Stage, wanted: Callable[[], dict[str, Any]]
) -> None:
    old, body = stage.free_slot(starts_at=soon(72), key="k"), wanted()
    answer = stage.publish(body)
    assert (answer.status, answer.body["refused"]) == (202, [])
    assert starts(stage) == {"n": body["startsAt"]}
    new = answer.body["published"][0]["slotId"]
    assert (old == new) == (body["startsAt"] == instant(soon(72)))
    assert book(guarantee_of(), new, service=body["service"]).status == 201
    if old != new:
        assert book(guarantee_of(BO), old, by=member(BO)).body["code"] == "slot-taken"


@pytest.mark.parametrize("take", [book, hold])
@pytest.mark.parametrize("later", [0, 30])
def test_a_slot_that_overlaps_a_taken_slot_is_refused(
    stage: Stage, take: Callable[..., Answered], later: int
) -> None:
    slot_id = stage.free_slot(starts_at=soon(72), key="k")
    assert take(guarantee_of(), slot_id).status == 201
    before = DynamoSlots().find(slot_id)
    assert codes(stage.publish(slot_body(soon(72) + later * MINUTES, key="n"))) == ["slot-overlaps"]
    assert (DynamoSlots().find(slot_id), list(starts(stage))) == (before, ["k"])


def test_a_key_whose_slot_was_replaced_may_be_published_at_another_time(stage: Stage) -> None:
    stage.free_slot(starts_at=soon(72), key="k")
    stage.publish(slot_body(soon(72), key="n"))
    assert stage.event("slots.withdrawn", {"practitionerKey": stage.key, "keys": ["k"]}).status == 422
    stage.free_slot(starts_at=soon(80), key="k")
    assert starts(stage) == {"n": instant(soon(72)), "k": instant(soon(80))}


def test_a_new_calendar_replaces_the_old_one_in_several_commits(stage: Stage) -> None:
    old = [slot_body(soon(72) + 40 * number * MINUTES, 40, key=f"o{number}") for number in range(120)]
    new = [slot_body(soon(72) + 20 * number * MINUTES, 20, key=f"n{number}") for number in range(200)]
    assert stage.publish(*old).status == 202
    assert stage.publish(*new).body["refused"] == []
    assert starts(stage) == {
        **{slot["key"]: slot["startsAt"] for slot in old[100:]},
        **{slot["key"]: slot["startsAt"] for slot in new},
    }


class Interrupted(BaseException):
    """The process was killed."""


class Meddled(Tables):
    """Calls ``happens`` once, before the commit of that number."""

    def __init__(self, number: int, happens: Callable[[], object]) -> None:
        super().__init__(tables.settings)
        self.left, self.happens = number, happens

    def commit(self, *arguments: Any, **named: Any) -> None:
        """Commits, after ``happens`` at the chosen number."""
        self.left -= 1
        if self.left == 0:
            self.happens()
        super().commit(*arguments, **named)


def publish(stage: Stage, on: Tables, bodies: dict[str, datetime]) -> list[str]:
    """Publishes without the handler; returns the reasons of the refused slots."""
    practitioner = DynamoPractitioners().find(stage.practitioner_id)
    wanted = [
        Slot.published(stage.practitioner_id, stage.clinic_id, key, "first", (at, at + 40 * MINUTES))
        for key, at in bodies.items()
    ]
    receipt = Receipt(secrets.token_hex(8), "f", 202, {})
    done = DynamoCalendar(on).publish(practitioner, wanted, lambda _: receipt, by_system=True)
    return [one.reason for one in done.refused]


@pytest.mark.parametrize("later", [0, 30])
def test_a_slot_that_is_booked_during_the_publication_is_not_replaced(stage: Stage, later: int) -> None:
    slot_id = stage.free_slot(starts_at=soon(72), key="k")
    meanwhile = Meddled(1, lambda: book(guarantee_of(), slot_id))
    assert publish(stage, meanwhile, {"n": soon(72) + later * MINUTES}) == ["slot-overlaps"]
    assert DynamoSlots().find(slot_id).status == "booked"


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_interrupted_publication_is_completed_by_sending_it_again(stage: Stage, number: int) -> None:
    """Every slot of the old calendar is moved onto the minute of another, in three commits."""

    def die() -> None:
        raise Interrupted

    old = {f"k{place}": soon(72) + 40 * place * MINUTES for place in range(100)}
    assert publish(stage, tables, old) == []
    new = dict(zip(old, reversed(old.values()), strict=True))
    with pytest.raises(Interrupted):
        publish(stage, Meddled(number, die), new)
    assert publish(stage, tables, new) == []
    assert starts(stage) == {key: instant(at) for key, at in new.items()}
