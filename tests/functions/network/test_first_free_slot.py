"""A search row says until when its first free slot could be cancelled without paying (F0-28)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helsebro.network.clinic_details import DEFAULT_NOTICE_HOURS, ClinicDetails
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.network.keys import search_partition
from tests.builders.calls import ask, event, member
from tests.builders.network import ANNA, practitioners, refresh_search, soon, staged

pytestmark = pytest.mark.usefixtures("aws")


@pytest.mark.parametrize(
    ("details", "hours"),
    [(None, DEFAULT_NOTICE_HOURS), (ClinicDetails((), ("da",), notice_hours=48), 48)],
)
def test_the_first_free_slot_of_a_row_carries_the_clinics_notice_window(
    details: ClinicDetails | None, hours: int
) -> None:
    stage = staged(clinic_changes={"details": details})
    slot_id = stage.free_slot(starts_at=soon(72))
    assert first_free() == {
        "slotId": slot_id,
        "startsAt": instant(soon(72)),
        "noticeHours": hours,
        "lateFrom": instant(soon(72) - timedelta(hours=hours)),
    }


def test_a_row_from_before_shows_the_slot_alone() -> None:
    stage = staged()
    slot_id = stage.free_slot(starts_at=soon(72))
    refresh_search()
    for row in list(tables.query_all("network", search_partition("DK", "physiotherapy"))):
        tables.commit([Update("network", row["pk"], row["sk"], remove=("noticeHours",))])
    assert first_free(refresh=False) == {"slotId": slot_id, "startsAt": instant(soon(72))}


def first_free(*, refresh: bool = True) -> object:
    """Returns the first free slot of the only practitioner whom Anna finds."""
    if refresh:
        refresh_search()
    call = event("GET", "/v1/practitioners?treatment=physiotherapy", by=member(ANNA))
    [item] = ask(practitioners(), call).body["items"]
    return item["firstFreeSlot"]
