"""Promise 26, calendars: a page of free slots is one query, however full the calendar is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.calendars.slot import Slot
from helsebro.ids import BookingId, PractitionerId
from helsebro_aws.calendars.dynamo_free_slots import DynamoFreeSlots
from helsebro_aws.calendars.dynamo_slots import DynamoSlots, slot_in, slot_item
from helsebro_aws.dynamodb.operations import Item
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock
from tests.builders.calls import ask
from tests.builders.network import practitioners, set_practitioner, soon
from tests.promises.lists.counted_reads import counted
from tests.promises.lists.rows import Row, store
from tests.promises.lists.stage import ListStage, get
from tests.suite.sizes import size

pytestmark = pytest.mark.usefixtures("aws")
PRACTITIONERS, DAYS, SLOTS_A_DAY = size(2, 10), size(12, 365), 16
HALF_HOUR = timedelta(minutes=30)
LIMIT = 100


def calendar(stage: ListStage, practitioner_id: str, days: int) -> Iterator[Row]:
    """Yields a practitioner's free slots of this many days."""
    for number in range(days * SLOTS_A_DAY):
        day, place = divmod(number, SLOTS_A_DAY)
        at = soon(24 * (day + 1)) + HALF_HOUR * place
        span = (at, at + HALF_HOUR)
        named = (PractitionerId(practitioner_id), stage.clinic_id, f"k{number}")
        yield "network", slot_item(Slot.published(*named, "first", span))


def booked(free: Item) -> Item:
    """Returns the item of the same slot when it is booked."""
    return slot_item(replace(slot_in(free), status="booked", booking_id=BookingId("bkg_other")))


def test_each_page_of_a_full_calendar_is_one_query(aws: Mapping[str, Any]) -> None:
    stage = ListStage()
    keys = [f"p{number}" for number in range(PRACTITIONERS)]
    known = [set_practitioner(stage.clinic_id, key).body["practitionerId"] for key in keys]
    for practitioner_id in known:
        store(aws["dynamodb"], calendar(stage, practitioner_id, DAYS))
    for practitioner_id in known:
        seen: list[str] = []
        cursor = ""
        while cursor is not None:
            path = f"/v1/practitioners/{practitioner_id}/slots?limit={LIMIT}&cursor={cursor}"
            with counted() as reads:
                body = ask(practitioners(), get(path)).body
            assert (reads.pages, reads.rows) == (1, len(body["items"]))
            seen += [slot["startsAt"] for slot in body["items"]]
            cursor = body["nextCursor"]
        assert len(seen) == len(set(seen)) == DAYS * SLOTS_A_DAY
        assert seen == sorted(seen)


def test_the_first_free_slot_and_those_instead_of_a_taken_one_are_one_query_each(
    aws: Mapping[str, Any],
) -> None:
    stage = ListStage()
    rows = list(calendar(stage, stage.practitioner_id, DAYS))
    taken_rows = [("network", booked(item)) for _, item in rows[:-3]]
    store(aws["dynamodb"], [*taken_rows, *rows[-3:]])
    taken, at = DynamoSlots().find(ids.slot_id(stage.practitioner_id, soon(24))), clock.now()
    practitioner = DynamoPractitioners().find(stage.practitioner_id)
    with counted() as reads:
        first = DynamoFreeSlots().first(practitioner, at)
        instead = DynamoFreeSlots().instead_of(taken, at)
    assert first
    assert [slot.slot_id for slot in instead] == [item["slotId"] for _, item in rows[-3:]]
    assert (first.slot_id, reads.pages, reads.rows) == (instead[0].slot_id, 2, 4)
