"""``helsebro events``: the feed is read to its end, page by page, and only what is wanted is shown."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.local.cli.conftest import Run
from tests.local.cli.loopback import Answered, Loopback


def event(number: int, type_: str = "booking.created") -> dict[str, Any]:
    at = "2026-11-21T12:30:12Z"
    return {"eventId": f"evt_{number}", "type": type_, "timestamp": at, "sequence": number, "data": {}}


def feed(*numbers: int, more: str | None = None) -> Answered:
    return Answered(200, {"items": [event(number) for number in numbers], "nextCursor": more})


def shown(output: str) -> list[int]:
    return [json.loads(line)["sequence"] for line in output.splitlines()]


def test_the_last_events_are_shown_of_all_pages(run: Run, api: Loopback) -> None:
    api.answers |= {
        "GET /v1/events?limit=100": feed(1, 2, 3, more="c"),
        "GET /v1/events?limit=100&cursor=c": feed(4),
    }
    assert shown(run("events", "tail", "-n", "2", "--no-follow").stdout) == [3, 4]


def test_after_an_event_all_that_follow_are_shown(run: Run, api: Loopback) -> None:
    api.answers["GET /v1/events?limit=100&after=1"] = feed(*range(2, 20))
    assert shown(run("events", "tail", "--after", "1", "--no-follow").stdout) == list(range(2, 20))


def test_only_the_wanted_type_is_shown(run: Run, api: Loopback) -> None:
    items = [event(1), event(2, "guarantee.issued")]
    api.answers["GET /v1/events?limit=100"] = Answered(200, {"items": items, "nextCursor": None})
    assert shown(run("events", "tail", "--type", "guarantee.issued", "--no-follow").stdout) == [2]


def test_a_feed_that_is_followed_goes_on_after_the_last_event(run: Run, api: Loopback) -> None:
    api.answers |= {
        "GET /v1/events?limit=100": feed(1),
        "GET /v1/events?limit=100&after=1": feed(2),
        "GET /v1/events?limit=100&after=2": Answered(503, {"code": "unavailable"}),
    }
    done = run("events", "tail", "--pause", "0")
    assert done.exit_code == 1
    assert [json.loads(line).get("sequence") for line in done.stdout.splitlines()[:2]] == [1, 2]


def test_an_event_of_the_clinic_has_its_time_and_its_fields(run: Run, api: Loopback) -> None:
    api.answers["POST /v1/clinic-events"] = Answered(202, {"status": "accepted"})
    done = run("events", "send", "extension.requested", "guaranteeId=gar_a", "sessions=2")
    body = json.loads(api.asked[0].body)
    assert done.exit_code == 0
    assert (body["type"], body["data"]) == ("extension.requested", {"guaranteeId": "gar_a", "sessions": 2})
    assert body["timestamp"].endswith("Z")


@pytest.mark.parametrize(
    "arguments, advice",
    [
        (["tail", "--type", "booking.create"], "Did you mean booking.created"),
        (["send", "session.held", "bkg_a"], "bookingId=bkg_"),
    ],
)
def test_a_wrong_argument_says_what_to_write(run: Run, arguments: list[str], advice: str) -> None:
    done = run("events", *arguments)
    assert done.exit_code == 1
    assert advice in done.stderr
