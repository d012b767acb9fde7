"""Numbers in a clinic's feed: one for each event, without a gap, whatever happens to a batch."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from helsebro.errors import Unavailable
from helsebro_aws.dynamodb.tables import Tables
from helsebro_aws.outbox import outbox_row
from helsebro_aws.outbox.feed_numbers import FeedNumbers, RowGone
from helsebro_aws.outbox.outbox_row import BusEvent
from tests.builders.events.outbox import commit_lands, event_id_of, outbox_row_of

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.usefixtures("aws")


def landed(aws: dict[str, Any], number: int, clinic_id: str | None = "cli_a") -> BusEvent:
    return outbox_row.read(commit_lands(aws, outbox_row_of(NOW, number, clinic_id)))


def given(numbers: FeedNumbers, *events: BusEvent) -> list[int | None]:
    return [event.content.get("sequence") for event in numbers.give(events)]


def stored(aws: dict[str, Any], event: BusEvent) -> dict[str, Any]:
    key = {"pk": {"S": event.event_id}, "sk": {"S": "EVENT"}}
    item: dict[str, Any] = aws["dynamodb"].get_item(TableName="outbox", Key=key)["Item"]
    return item


def test_each_clinic_counts_for_itself_and_an_event_without_clinic_has_no_number(
    aws: dict[str, Any],
) -> None:
    clinics = ("cli_a", "cli_b", None, "cli_a")
    events = [landed(aws, number, clinic_id) for number, clinic_id in enumerate(clinics)]
    assert given(FeedNumbers(), *events) == [1, 1, None, 2]
    assert stored(aws, events[3])["sequence"] == {"N": "2"}
    assert "sequence" not in stored(aws, events[2])


def test_a_hundred_events_of_one_clinic_are_numbered_without_a_gap(aws: dict[str, Any]) -> None:
    events = [landed(aws, number) for number in range(100)]
    assert given(FeedNumbers(), *events) == list(range(1, 101))
    assert given(FeedNumbers(), *events) == list(range(1, 101))


def test_a_batch_that_comes_again_keeps_its_numbers(aws: dict[str, Any]) -> None:
    events = [landed(aws, number) for number in range(4)]
    assert given(FeedNumbers(), *events[:3]) == [1, 2, 3]
    assert given(FeedNumbers(), *events) == [1, 2, 3, 4]


def test_a_number_is_kept_when_the_reply_to_the_commit_is_lost(aws: dict[str, Any]) -> None:
    class LosesReplies(Tables):
        def commit(self, *operations: Any, **also: Any) -> None:
            super().commit(*operations, **also)
            raise Unavailable()

    events = [landed(aws, number) for number in range(2)]
    with pytest.raises(Unavailable):
        FeedNumbers(LosesReplies()).give(events)
    assert given(FeedNumbers(), *events, landed(aws, 2)) == [1, 2, 3]


def test_the_feed_holds_a_copy_of_the_event(aws: dict[str, Any]) -> None:
    row = outbox_row_of(NOW, 1)
    row["data"]["M"] |= {"share": {"N": "0.25"}, "lines": {"L": [{"S": "a"}, {"NULL": True}]}}
    FeedNumbers().give([outbox_row.read(commit_lands(aws, row))])
    key = {"pk": {"S": "cli_a#events"}, "sk": {"S": "0000000000000001"}}
    copy = aws["dynamodb"].get_item(TableName="network", Key=key)["Item"]
    shown = {name: row[name] for name in ("type", "at", "data", "expiresAt")}
    assert copy == {**key, **shown, "eventId": row["pk"], "sequence": {"N": "1"}, "v": {"N": "1"}}


def test_an_event_whose_row_is_gone_cannot_be_numbered(aws: dict[str, Any]) -> None:
    there, gone = landed(aws, 1), outbox_row.read(outbox_row_of(NOW, 2))
    with pytest.raises(RowGone):
        FeedNumbers().give([there, gone])
    assert given(FeedNumbers(), there) == [1]
    assert event_id_of(stored(aws, there)) == there.event_id


def test_an_event_that_no_clinic_receives_leaves_no_gap_in_its_numbers(aws: dict[str, Any]) -> None:
    """A clinic that counts what its webhook received would miss one that was never sent."""
    kinds = ("booking.created", "webhook.requested", "practitioner.registered", "booking.cancelled")
    rows = [outbox_row_of(NOW, number, kind=kind) for number, kind in enumerate(kinds)]
    events = [outbox_row.read(commit_lands(aws, row)) for row in rows]
    assert given(FeedNumbers(), *events) == [1, None, None, 2]
