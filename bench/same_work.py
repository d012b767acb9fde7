"""The work of the three routes as a boto3 handler would do it: the same reads and the same transaction."""

from __future__ import annotations

import json
import os
import secrets
import time
from functools import cache
from typing import Any

import boto3
from boto3.dynamodb.types import TypeDeserializer, TypeSerializer


@cache
def client() -> Any:
    """One client a process."""
    return boto3.client("dynamodb", endpoint_url=os.environ["AWS_ENDPOINT_URL"])


def read(pk: str, sk: str) -> dict[str, Any] | None:
    """One item as plain values."""
    item = client().get_item(TableName="cases", Key={"pk": {"S": pk}, "sk": {"S": sk}}, ConsistentRead=True)
    plain = TypeDeserializer()
    return {name: plain.deserialize(value) for name, value in item["Item"].items()} if "Item" in item else None


def report(claim: dict[str, Any]) -> str:
    """A claim, its outbox row and its receipt in one transaction; gives the claim's id."""
    claim_id = f"clm_{secrets.token_hex(10)}"
    item = {"pk": f"tryg#{claim_id}", "sk": "CLAIM", "status": "awaiting-member", "version": 1, **claim}
    _transact([_put("cases", item), *_told("claim.reported", claim_id)])
    return claim_id


def book(slot: tuple[str, str], guarantee: tuple[str, str], booking_id: str) -> bool:
    """Slot, guarantee, booking, outbox row and receipt in one transaction; False when it is taken."""
    take = {
        "Update": {
            "TableName": "network",
            "Key": _key(*slot),
            "UpdateExpression": "SET bookedBy = :booking",
            "ConditionExpression": "attribute_exists(pk) AND attribute_not_exists(bookedBy)",
            "ExpressionAttributeValues": _typed({":booking": booking_id}),
        }
    }
    count = {
        "Update": {
            "TableName": "cases",
            "Key": _key(*guarantee),
            "UpdateExpression": "ADD sessionsBooked :one",
            "ConditionExpression": "sessionsBooked < sessionsGranted",
            "ExpressionAttributeValues": _typed({":one": 1}),
        }
    }
    booking = {"pk": guarantee[0], "sk": f"BOOKING#{booking_id}", "status": "booked"}
    try:
        _transact([take, count, _put("cases", booking), *_told("booking.created", booking_id)])
    except client().exceptions.TransactionCanceledException:
        return False
    return True


def _told(kind: str, subject: str) -> list[dict[str, Any]]:
    now = int(time.time())
    event = {"pk": f"evt_{secrets.token_hex(8)}", "sk": "EVENT", "type": kind, "data": {"id": subject}}
    receipt = {"pk": secrets.token_hex(16), "sk": "KEY", "body": json.dumps({"id": subject}), "expiresAt": now}
    return [_put("outbox", event), _put("idempotency", receipt)]


def _put(table: str, item: dict[str, Any]) -> dict[str, Any]:
    condition = "attribute_not_exists(pk)"
    return {"Put": {"TableName": table, "Item": _typed(item), "ConditionExpression": condition}}


def _transact(operations: list[dict[str, Any]]) -> None:
    client().transact_write_items(TransactItems=operations)


def _typed(item: dict[str, Any]) -> dict[str, Any]:
    typed = TypeSerializer()
    return {name: typed.serialize(value) for name, value in item.items()}


def _key(pk: str, sk: str) -> dict[str, Any]:
    return {"pk": {"S": pk}, "sk": {"S": sk}}
