"""The clinic's feed: only its own events, in order, in pages, and after the last event that was read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.clinic_systems.clinic_feed.handler import handler

from helsebro.ids import ClinicId
from helsebro.network.clinic import Checklist, Clinic, ClinicContact
from helsebro.signing.secret import WebhookSecret
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.outbox import outbox_row
from helsebro_aws.outbox.feed_numbers import FeedNumbers
from tests.builders.calls import Answered, ask, event, member, signed
from tests.builders.events.outbox import commit_lands, event_id_of, outbox_row_of

SECRETS = {"cli_a": WebhookSecret(b"a" * 32).text, "cli_b": WebhookSecret(b"b" * 32).text}

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture(autouse=True)
def _clinics(aws: dict[str, Any]) -> None:
    assert aws
    contact = ClinicContact("70112233", "clinic@example.org")
    for clinic_id, secret in SECRETS.items():
        DynamoClinics().register(
            Clinic(ClinicId(clinic_id), "Clinic", "12345674", "DK", contact, "active", Checklist()), secret
        )


def landed(aws: dict[str, Any], number: int, clinic_id: str | None = "cli_a") -> dict[str, Any]:
    """Stores an event that is not published yet; a greater number has a younger id."""
    at = datetime.now(UTC) - timedelta(minutes=10) + timedelta(seconds=number)
    return commit_lands(aws, outbox_row_of(at, number, clinic_id))


def happened(aws: dict[str, Any], number: int, clinic_id: str = "cli_a") -> str:
    """Stores and publishes an event."""
    row = landed(aws, number, clinic_id)
    FeedNumbers().give([outbox_row.read(row)])
    return event_id_of(row)


def read(query: str = "", clinic_id: str = "cli_a") -> Answered:
    path = "/v1/events" + query
    return ask(handler, signed("GET", path, clinic_id=clinic_id, secret=SECRETS[clinic_id]))


def numbers(query: str = "") -> list[int]:
    return [one["sequence"] for one in read(query).body["items"]]


def test_a_clinic_reads_its_own_events_in_the_order_of_their_publication(aws: dict[str, Any]) -> None:
    event_ids = [happened(aws, number) for number in (3, 1, 2)]
    happened(aws, 4, "cli_b")
    answer = read()
    assert (answer.status, answer.body["nextCursor"]) == (200, None)
    assert [one["eventId"] for one in answer.body["items"]] == event_ids
    assert numbers() == [1, 2, 3]
    assert answer.body["items"][0].keys() == {"eventId", "type", "timestamp", "sequence", "data"}
    assert answer.body["items"][0]["data"] == {"bookingId": "bkg_3", "guaranteeId": "gar_1"}
    assert answer.body["items"][0]["timestamp"].endswith("Z")


def test_after_the_last_event_read_come_the_later_ones(aws: dict[str, Any]) -> None:
    event_ids = [happened(aws, number) for number in (3, 1, 2)]
    for after, rest in ((event_ids[0], [2, 3]), ("1", [2, 3]), ("0", [1, 2, 3])):
        assert numbers(f"?after={after}") == rest
    for last in (event_ids[2], "3"):
        assert read(f"?after={last}").body == {"items": [], "nextCursor": None}


def test_pages_follow_each_other_without_a_gap(aws: dict[str, Any]) -> None:
    event_ids = [happened(aws, number) for number in range(7)]
    first = f"?after={event_ids[0]}&limit=2"
    pages = [read(first).body]
    while pages[-1]["nextCursor"] and len(pages) < 9:
        pages.append(read(f"{first}&cursor={pages[-1]['nextCursor']}").body)
    seen = [one["eventId"] for page in pages for one in page["items"]]
    assert seen == event_ids[1:]


def test_an_event_that_is_not_published_yet_is_not_in_the_feed(aws: dict[str, Any]) -> None:
    young = event_id_of(landed(aws, 1))
    assert read().body["items"] == []
    assert read(f"?after={young}").status == 400


def test_the_feed_begins_with_the_events_that_are_still_kept(aws: dict[str, Any]) -> None:
    for number in range(3):
        happened(aws, number)
    aws["dynamodb"].delete_item(
        TableName="network", Key={"pk": {"S": "cli_a#events"}, "sk": {"S": "0000000000000001"}}
    )
    assert numbers() == numbers("?after=1") == [2, 3]


@pytest.mark.parametrize(
    "after",
    [
        *("evt_", "bkg_aaaaaaaaaaaaaaaaaaaaaaaaaa", "evt_" + "A" * 26, "evt_" + "0" * 26, "%00"),
        *("-1", "01", "1.0", "1e3", "+1", " 1", "٣", "2", "999999999999999", "1" + "0" * 30),
    ],
)
def test_after_is_an_event_of_the_feed(after: str, aws: dict[str, Any]) -> None:
    happened(aws, 1)
    answer = read(f"?after={after}")
    assert (answer.status, answer.body["errors"][0]["pointer"]) == (400, "/after")
    assert answer.body["errors"][0]["code"] == "unknown-event"


@pytest.mark.parametrize("clinic_id", ["cli_b", None])
def test_an_event_that_is_not_of_this_clinic_is_as_unknown_as_one_that_does_not_exist(
    clinic_id: str | None, aws: dict[str, Any]
) -> None:
    row = landed(aws, 1, clinic_id)
    FeedNumbers().give([outbox_row.read(row)])
    unknown = read("?after=evt_" + "0" * 26)
    assert read(f"?after={event_id_of(row)}").body == unknown.body


def test_only_a_clinics_system_reads_the_feed() -> None:
    assert ask(handler, event("GET", "/v1/events", by=member())).status == 403
    assert ask(handler, event("GET", "/v1/events")).status == 401
