"""Whoever calls at once, a freed slot is offered once and booked once (promise 1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from helsebro.ids import WaitlistId
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from tests.builders.calls import Answered, member
from tests.builders.clinics.waitlist import choose, entry_of, events, keep, keep_up, leave, waiting
from tests.builders.network import ANNA, BO, Stage, book, guarantee_of, stored
from tests.promises.atomic_dynamodb import atomic_transactions

pytestmark = pytest.mark.usefixtures("aws")
AT_ONCE = 8


def at_once(*calls: Callable[[], Answered]) -> list[int]:
    """Returns the statuses of calls that are made at once."""
    with atomic_transactions(), ThreadPoolExecutor(AT_ONCE) as pool:
        return [answer.result().status for answer in [pool.submit(call) for call in calls]]


def with_offer(stage: Stage) -> WaitlistId:
    """Returns an entry of Anna to which the only slot is offered."""
    entry = waiting(stage, guarantee_of())
    stage.free_slot()
    keep_up()
    assert entry_of(entry).status == "offered"
    return entry


def test_of_many_deliveries_of_an_event_at_once_one_makes_the_offer(stage: Stage) -> None:
    entries = [waiting(stage, guarantee_of(cpr), cpr) for cpr in (ANNA, BO)]
    stage.free_slot()
    with atomic_transactions(), ThreadPoolExecutor(AT_ONCE) as pool:
        sent = [
            pool.submit(keep, "slots.published", practitionerId=stage.practitioner_id) for _ in range(AT_ONCE)
        ]
    assert [each.exception() for each in sent] == [None] * AT_ONCE
    assert [entry_of(entry).status for entry in entries] == ["offered", "waiting"]
    assert len(events("waitlist.offered")) == 1


def test_of_many_acceptances_at_once_one_books(stage: Stage) -> None:
    guarantee = guarantee_of()
    entry = waiting(stage, guarantee)
    stage.free_slot()
    keep_up()
    statuses = Counter(at_once(*[lambda: choose(entry, "accept")] * AT_ONCE))
    assert (statuses[201], statuses[409]) == (1, AT_ONCE - 1)
    assert stored(guarantee)["sessionsBooked"] == 1
    assert len(events("booking.created")) == 1


@pytest.mark.parametrize("other", ["decline", "leave", "book"])
def test_of_two_choices_at_once_one_holds(stage: Stage, other: str) -> None:
    entry = with_offer(stage)
    offer = entry_of(entry).present_offer()
    guarantee = guarantee_of(BO)
    calls: dict[str, Callable[[], Answered]] = {
        "decline": lambda: choose(entry, "decline"),
        "leave": lambda: leave(entry),
        "book": lambda: book(guarantee, offer.slot_id, by=member(BO)),
    }
    accepted, _ = at_once(lambda: choose(entry, "accept"), calls[other])
    slot, after = DynamoSlots().find(offer.slot_id), entry_of(entry)
    assert (accepted == 201) == (after.status == "booked") == (slot.status == "booked")
    assert slot.booking_id == after.booking_id
