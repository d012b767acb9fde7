"""Rows whose first free slot has begun are written again, although no event tells of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from functions.network.renew_search_rows.handler import TIME_TO_STOP, handler

from helsebro.ids import SlotId
from helsebro.network.practitioner import FirstFree
from helsebro.network.search_row import SearchRow
from helsebro_aws.calendars.search_refresh import SearchRefresh
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.network.dynamo_search_rows import DynamoSearchRows, StoredSearchRows
from tests.builders.network import Stage, refresh_search, soon, staged

pytestmark = pytest.mark.usefixtures("aws")
SAMPLE = json.loads(Path("events/incoming/network/renew_search_rows.json").read_text())


class Ending:
    """The context of a call with a number of milliseconds left."""

    def __init__(self, milliseconds: int) -> None:
        self.milliseconds = milliseconds

    def get_remaining_time_in_millis(self) -> int:
        return self.milliseconds


def first_free() -> list[str | None]:
    """Returns the first free slot of every row."""
    rows = tables.query_all("network", "PRACTITIONERS#DK#any")
    return [row.get("firstFree", {}).get("slotId") for row in rows]


def test_a_slot_that_has_begun_is_replaced_by_the_next_one() -> None:
    stage = staged()
    begun, following = (stage.free_slot(starts_at=soon(hours)) for hours in (72, 75))
    refresh_search()
    assert first_free() == [begun]
    search = SearchRefresh()
    assert [search.run_begun(soon(73), lambda: True) for _ in range(2)] == [1, 0]
    assert first_free() == [following]
    assert search.run_begun(soon(76), lambda: True) == 1
    assert first_free() == [None]


def test_a_slot_to_come_stays_in_its_row() -> None:
    slot_id = staged().free_slot()
    refresh_search()
    assert handler(SAMPLE, None) == {"practitioners": 0}
    assert first_free() == [slot_id]


def with_begun_slot(**practitioner: Any) -> Stage:
    """Returns a clinic whose practitioner has rows with a slot that has begun."""
    stage = staged(**practitioner)
    known = DynamoPractitioners().find(stage.practitioner_id)
    begun = FirstFree(SlotId("slt_begun"), soon(-1))
    DynamoSearchRows().replace(known.practitioner_id, StoredSearchRows(), SearchRow(known, "Nord", begun))
    return stage


@pytest.mark.parametrize("milliseconds, renewed", [(TIME_TO_STOP, 0), (TIME_TO_STOP + 1, 1)])
def test_shortly_before_the_timeout_nothing_more_is_read(milliseconds: int, renewed: int) -> None:
    with_begun_slot()
    assert handler(SAMPLE, Ending(milliseconds)) == {"practitioners": renewed}
    assert first_free() == (["slt_begun"] if not renewed else [None])


def test_the_rows_of_a_practitioner_who_takes_no_clients_any_more_are_removed() -> None:
    with_begun_slot(insuranceClients=False)
    assert handler(SAMPLE, None) == {"practitioners": 1}
    assert first_free() == []
    assert handler(SAMPLE, None) == {"practitioners": 0}
