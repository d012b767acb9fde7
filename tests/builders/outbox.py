"""Rows of the outbox and records of its stream, for tests of the publisher and of the clinic's feed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from helsebro import ids

Row = dict[str, Any]


def outbox_row_of(
    made_at: datetime, number: int, clinic_id: str | None = "cli_a", kind: str = "booking.created"
) -> Row:
    """Returns the row (DynamoDB JSON) of an event whose id was made at this time."""
    row: Row = {
        "pk": {"S": ids.in_time_order("evt", made_at, number.to_bytes(10, "big"))},
        "sk": {"S": "EVENT"},
        "type": {"S": kind},
        "at": {"S": made_at.isoformat()},
        "payer": {"S": "tryg"},
        "data": {"M": {"bookingId": {"S": f"bkg_{number}"}, "sessions": {"N": "3"}}},
        "expiresAt": {"N": str(int((made_at + timedelta(days=30)).timestamp()))},
    }
    return {**row, "clinicId": {"S": clinic_id}} if clinic_id else row


def commit_lands(aws: dict[str, Any], row: Row) -> Row:
    """Stores the row, as a commit does; returns it."""
    aws["dynamodb"].put_item(TableName="outbox", Item=row)
    return row


def event_id_of(row: Row) -> str:
    """Returns the id of a row's event."""
    return str(row["pk"]["S"])


def stream_records(rows: Sequence[Row], kind: str = "INSERT") -> list[dict[str, Any]]:
    """Returns the records of the rows as the table's stream shows them."""
    return [
        {
            "eventName": kind,
            "dynamodb": {
                "Keys": {"pk": row["pk"], "sk": row["sk"]},
                "SequenceNumber": str(place),
                "NewImage": row,
            },
        }
        for place, row in enumerate(rows)
    ]
