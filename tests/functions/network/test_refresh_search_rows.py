"""The search follows what happens to practitioners, clinics, calendars and bookings (F2-05)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from functions.network.refresh_search_rows.handler import handler

from helsebro.ids import PractitionerId
from helsebro.network.search_row import CHANGED_BY
from helsebro_aws.calendars.search_refresh import SearchRefresh
from helsebro_aws.dynamodb.tables import Item, tables
from helsebro_aws.network.dynamo_search_rows import DynamoSearchRows, StoredSearchRows
from helsebro_aws.platform import clock
from tests.builders.events.messages import comes_again, event_of
from tests.builders.network import (
    Stage,
    act,
    book,
    guarantee_of,
    refresh_search,
    search_rows,
    set_practitioner,
    slot_body,
    soon,
    staged,
)

pytestmark = pytest.mark.usefixtures("aws")


def row_of(stage: Stage) -> Item:
    """Returns the row of the practitioner by treatment, as of all events."""
    refresh_search()
    [row] = tables.query_all("network", "PRACTITIONERS#DK#physiotherapy")
    assert row["practitioner"]["practitionerId"] == stage.practitioner_id
    return row


def test_a_row_shows_the_clinic_the_first_free_slot_and_the_load() -> None:
    stage = staged()
    stage.free_slot(starts_at=soon(75))
    slot_id = stage.free_slot(starts_at=soon(72))
    row = row_of(stage)
    assert (row["clinicName"], row["load"]) == ("Klinik Nord", 0)
    assert row["firstFree"]["slotId"] == slot_id


def test_a_booking_and_its_cancellation_move_the_first_free_slot_and_the_load() -> None:
    stage = staged()
    first, second = (stage.free_slot(starts_at=soon(hours)) for hours in (72, 75))
    booking_id = book(guarantee_of(), first).body["bookingId"]
    booked = row_of(stage)
    act(booking_id, "cancel")
    cancelled = row_of(stage)
    assert [(row["firstFree"]["slotId"], row["load"]) for row in (booked, cancelled)] == [
        (second, 1),
        (first, 0),
    ]


def test_a_withdrawn_slot_leaves_the_row() -> None:
    stage = staged()
    stage.publish(slot_body(key="only"))
    assert "firstFree" in row_of(stage)
    stage.event("slots.withdrawn", {"practitionerKey": stage.key, "keys": ["only"]})
    assert "firstFree" not in row_of(stage)


def test_a_first_free_slot_months_ahead_is_found() -> None:
    stage = staged()
    slot_id = stage.free_slot(starts_at=soon(24 * 90))
    assert row_of(stage)["firstFree"]["slotId"] == slot_id


@pytest.mark.parametrize("status", ["applied", "ended"])
def test_before_its_clinic_takes_clients_a_practitioner_has_no_row(status: str) -> None:
    staged(clinic_changes={"status": status})
    assert search_rows("physiotherapy") == []


def test_when_a_clinic_becomes_active_all_its_practitioners_are_found() -> None:
    opens = {"status": "applied", "first_published_at": None, "follow_up_published_at": None}
    stage = staged(clinic_changes=opens)
    other = set_practitioner(stage.clinic_id, "bo").body["practitionerId"]
    assert search_rows("physiotherapy") == []
    stage.publish(slot_body(), slot_body(soon(80), service="follow-up"))
    assert set(search_rows("physiotherapy")) == {stage.practitioner_id, other}


def test_a_new_name_of_the_clinic_reaches_the_rows() -> None:
    stage = staged()
    refresh_search()
    stage.event("clinic.changed", {"name": "Klinik Syd"})
    assert row_of(stage)["clinicName"] == "Klinik Syd"


def test_a_practitioner_who_moves_has_no_row_at_the_old_place() -> None:
    stage = staged()
    refresh_search()
    home = {"street": "Gade 1", "postcode": "8000", "city": "Aarhus", "country": "DK"}
    set_practitioner(stage.clinic_id, stage.key, address=home)
    assert row_of(stage)["sk"] == f"8000#{stage.practitioner_id}"


def test_an_event_that_comes_again_writes_nothing() -> None:
    here = {"street": "Gade 1", "postcode": "8000", "city": "Aarhus", "country": "DK"}
    stage = staged(address={**here, "lat": 56.1572, "lon": 10.2107})
    stage.free_slot()
    refresh_search()
    before = DynamoSearchRows().stored(stage.practitioner_id)
    refresh_search()
    assert DynamoSearchRows().stored(stage.practitioner_id) == before


@pytest.mark.parametrize("kind", CHANGED_BY)
def test_an_event_about_an_unknown_practitioner_or_clinic_changes_nothing(kind: str) -> None:
    about: dict[str, Any] = {"clinicId": "cli_unknown"}
    if not kind.startswith("clinic."):
        about["practitionerId"] = "prc_unknown"
    assert comes_again(handler, event_of(kind, **about)) == []
    assert search_rows("any") == []


def test_an_older_state_never_replaces_a_newer_one() -> None:
    stage = staged()
    rows, known = DynamoSearchRows(), StaleRows()
    refresh = SearchRefresh()
    refresh.rows = known
    stage.free_slot()
    refresh_search()
    newest = rows.stored(stage.practitioner_id)
    assert refresh.run(stage.practitioner_id, clock.now() + timedelta(seconds=1)) == 0
    assert (known.reads, rows.stored(stage.practitioner_id)) == (2, newest)


class StaleRows(DynamoSearchRows):
    """Returns at first that no rows are stored, as a reader does who was faster than the writer."""

    reads = 0

    def stored(self, practitioner_id: PractitionerId) -> StoredSearchRows:
        self.reads += 1
        return super().stored(PractitionerId("prc_unknown") if self.reads == 1 else practitioner_id)
