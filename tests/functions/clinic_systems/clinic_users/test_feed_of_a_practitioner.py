"""The feed of a practitioner: only events about own clients, in pages that read a bounded number of rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.clinic_systems.clinic_feed.handler import handler

from helsebro.ids import PractitionerId
from helsebro_aws.outbox import outbox_row
from helsebro_aws.outbox.feed_numbers import FeedNumbers
from tests.builders.calls import ask
from tests.builders.clinics.users import SIGNATORY, TREATS, SignedIn, bind
from tests.builders.events.outbox import commit_lands, outbox_row_of
from tests.builders.network import Stage, guarantee_of

MINE, COLLEAGUES = {"practitionerId": "prc_mine"}, {"practitionerId": "prc_other"}


@pytest.fixture(autouse=True)
def _people(stage: Stage) -> None:
    bind(stage.clinic_id, TREATS, PractitionerId("prc_mine"))
    bind(stage.clinic_id, SIGNATORY)


def happened(aws: dict[str, Any], stage: Stage, *data: Mapping[str, str]) -> None:
    """Stores and publishes events with this data."""
    for number, each in enumerate(data):
        at = datetime.now(UTC) - timedelta(minutes=10) + timedelta(milliseconds=number)
        row = outbox_row_of(at, number, stage.clinic_id)
        row["data"] = {"M": {name: {"S": text} for name, text in each.items()}}
        FeedNumbers().give([outbox_row.read(commit_lands(aws, row))])


def numbers(stage: Stage, query: str = "", cpr: str = TREATS) -> tuple[list[int], str | None]:
    answer = ask(handler, SignedIn(cpr, stage.clinic_id).call("GET", f"/v1/events{query}"))
    assert answer.status == 200, answer.body
    return [each["sequence"] for each in answer.body["items"]], answer.body["nextCursor"]


def test_a_practitioner_reads_events_of_own_bookings_and_guarantees(
    stage: Stage, aws: dict[str, Any]
) -> None:
    mine, other = (guarantee_of(practitioner_id=each) for each in ("prc_mine", "prc_other"))
    unbound = guarantee_of()
    of_guarantees = [{"guaranteeId": each.guarantee_id} for each in (mine, other, unbound)]
    happened(aws, stage, MINE, COLLEAGUES, *of_guarantees, {"claimId": mine.claim_id})
    assert numbers(stage) == ([1, 3], None)
    assert numbers(stage, cpr=SIGNATORY) == ([1, 2, 3, 4, 5, 6], None)


def test_the_pages_of_a_practitioner_follow_each_other_without_a_gap(
    stage: Stage, aws: dict[str, Any]
) -> None:
    happened(aws, stage, *[MINE if number % 3 == 0 else COLLEAGUES for number in range(14)])
    found, cursor = numbers(stage, "?limit=2")
    while cursor:
        page, cursor = numbers(stage, f"?limit=2&cursor={cursor}")
        assert len(page) <= 2
        found += page
    assert found == [1, 4, 7, 10, 13]
    assert numbers(stage, "?after=7&limit=1")[0] == [10]


def test_a_number_that_no_event_has_is_refused_to_a_practitioner_too(
    stage: Stage, aws: dict[str, Any]
) -> None:
    happened(aws, stage, COLLEAGUES, COLLEAGUES)
    assert numbers(stage, "?after=2") == ([], None)
    call = SignedIn(TREATS, stage.clinic_id).call("GET", "/v1/events?after=3")
    assert ask(handler, call).status == 400
