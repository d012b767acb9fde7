"""The clinic's feed: only its own events, in order, in pages, and after the last event that was read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.clinic_systems.clinic_feed.handler import handler

from helsebro import ids
from helsebro.ids import ClinicId
from helsebro.network.clinic import Checklist, Clinic, ClinicContact
from helsebro.signing.secret import WebhookSecret
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from tests.builders.calls import Answered, ask, event, member, signed

SECRETS = {"cli_a": WebhookSecret(b"a" * 32).text, "cli_b": WebhookSecret(b"b" * 32).text}

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture(autouse=True)
def _clinics(aws: dict[str, Any]) -> None:
    contact = ClinicContact("70112233", "clinic@example.org")
    for clinic_id, secret in SECRETS.items():
        DynamoClinics().register(
            Clinic(ClinicId(clinic_id), "Clinic", "12345674", "DK", contact, "active", Checklist()), secret
        )
    for item in aws["dynamodb"].scan(TableName="outbox")["Items"]:
        aws["dynamodb"].delete_item(TableName="outbox", Key={"pk": item["pk"], "sk": item["sk"]})


def happened(aws: dict[str, Any], seconds_ago: int, clinic_id: str = "cli_a") -> str:
    at = datetime.now(UTC) - timedelta(seconds=seconds_ago)
    event_id = ids.in_time_order("evt", at, abs(seconds_ago).to_bytes(10, "big"))
    row = {
        "pk": event_id,
        "sk": "EVENT",
        "type": "booking.created",
        "at": at.isoformat(),
        "payer": "tryg",
        "clinicId": clinic_id,
        "listPk": f"{clinic_id}#events",
        "listSk": event_id,
    }
    item: dict[str, Any] = {name: {"S": value} for name, value in row.items()}
    item["data"] = {"M": {"bookingId": {"S": f"bkg_{seconds_ago}"}}}
    aws["dynamodb"].put_item(TableName="outbox", Item=item)
    return event_id


def read(query: str = "", clinic_id: str = "cli_a") -> Answered:
    path = "/v1/events" + query
    return ask(handler, signed("GET", path, clinic_id=clinic_id, secret=SECRETS[clinic_id]))


def test_a_clinic_reads_its_own_events_oldest_first(aws: dict[str, Any]) -> None:
    event_ids = [happened(aws, seconds) for seconds in (300, 200, 100)]
    happened(aws, 150, "cli_b")
    answer = read()
    assert (answer.status, answer.body["nextCursor"]) == (200, None)
    assert [one["eventId"] for one in answer.body["items"]] == event_ids
    assert answer.body["items"][0].keys() == {"eventId", "type", "timestamp", "data"}
    assert answer.body["items"][0]["data"] == {"bookingId": "bkg_300"}
    assert answer.body["items"][0]["timestamp"].endswith("Z")


def test_after_the_last_event_read_come_the_newer_ones(aws: dict[str, Any]) -> None:
    first, second, third = [happened(aws, seconds) for seconds in (300, 200, 100)]
    assert [one["eventId"] for one in read(f"?after={first}").body["items"]] == [second, third]
    assert read(f"?after={third}").body == {"items": [], "nextCursor": None}


def test_pages_follow_each_other_without_a_gap(aws: dict[str, Any]) -> None:
    event_ids = [happened(aws, seconds) for seconds in range(100, 30, -10)]
    first = f"?after={event_ids[0]}&limit=2"
    pages = [read(first).body]
    while pages[-1]["nextCursor"] and len(pages) < 9:
        pages.append(read(f"{first}&cursor={pages[-1]['nextCursor']}").body)
    seen = [one["eventId"] for page in pages for one in page["items"]]
    assert seen == event_ids[1:]


def test_an_event_is_shown_once_no_older_event_can_still_appear(aws: dict[str, Any]) -> None:
    young = happened(aws, -60)
    assert read().body["items"] == []
    assert read(f"?after={young}").body["items"] == []


@pytest.mark.parametrize("after", ["evt_", "1", "bkg_aaaaaaaaaaaaaaaaaaaaaaaaaa", "evt_" + "A" * 26, "%00"])
def test_after_is_an_event_id(after: str) -> None:
    answer = read(f"?after={after}")
    assert (answer.status, answer.body["errors"][0]["pointer"]) == (400, "/after")


def test_only_a_clinics_system_reads_the_feed() -> None:
    assert ask(handler, event("GET", "/v1/events", by=member())).status == 403
    assert ask(handler, event("GET", "/v1/events")).status == 401
