"""Slots that were stored before the free ones were listed are listed after the backfill."""

from __future__ import annotations

import pytest

from helsebro_aws.backfills.listed_slots import LISTED_SLOTS
from helsebro_aws.backfills.run import BackfillResult, BackfillRun
from helsebro_aws.dynamodb.tables import Update, tables
from tests.builders.network import book, guarantee_of, soon, staged

pytestmark = pytest.mark.usefixtures("aws")


def run() -> BackfillResult:
    return BackfillRun().run(LISTED_SLOTS, dry_run=False, cursor=None, pages=100)


def test_an_old_slot_is_listed_among_the_free_or_the_booked_ones() -> None:
    stage = staged()
    free, taken = stage.free_slot(starts_at=soon(72)), stage.free_slot(starts_at=soon(73))
    assert book(guarantee_of(), taken).status == 201
    for row in list(tables.query_all("network", stage.practitioner_id, begins="SLOT#")):
        tables.commit([Update("network", row["pk"], row["sk"], set={"v": 1}, remove=("listPk", "listSk"))])
    assert [run().changed for _ in range(2)] == [2, 0]
    listed = tables.query_all("network", f"FREE#{stage.practitioner_id}", listing=True)
    assert [row["slotId"] for row in listed] == [free]
    booked = tables.query_all("network", f"BOOKED#{stage.practitioner_id}", listing=True)
    assert [row["slotId"] for row in booked] == [taken]
