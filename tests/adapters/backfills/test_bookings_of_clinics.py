"""Bookings that were stored before they were listed at their clinic get their row."""

from __future__ import annotations

import pytest

from helsebro_aws.backfills.bookings_of_clinics import BOOKINGS_OF_CLINICS
from helsebro_aws.backfills.run import BackfillRun
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.tables import Delete, Update, tables
from tests.builders.network import act, book, guarantee_of, staged

pytestmark = pytest.mark.usefixtures("aws")


def test_an_old_booking_is_listed_at_its_clinic_once_also_when_it_changed_since() -> None:
    stage = staged()
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    pk = case_partition(booking_id)
    old = Update("cases", pk, f"BOOKING#{booking_id}", set={"v": 1})
    tables.commit([Delete("cases", pk, f"LISTEDATCLINIC#{booking_id}"), old])
    act(booking_id, "cancel")
    assert stage.get("/v1/bookings").body["items"] == []
    runs = [
        BackfillRun().run(BOOKINGS_OF_CLINICS, dry_run=False, cursor=None, pages=100).changed
        for _ in range(2)
    ]
    assert runs == [1, 0]
    assert [item["bookingId"] for item in stage.get("/v1/bookings").body["items"]] == [booking_id]
