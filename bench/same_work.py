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
    """Returns the one client of the process."""
    return boto3.client("dynamodb", endpoint_url=os.environ["AWS_ENDPOINT_URL"])


def read(pk: str, sk: str) -> dict[str, Any] | None:
    """Reads an item and returns its plain values."""
    item = client().get_item(TableName="cases", Key={"pk": {"S": pk}, "sk": {"S": sk}}, ConsistentRead=True)
    plain = TypeDeserializer()
    return (
        {name: plain.deserialize(value) for name, value in item["Item"].items()} if "Item" in item else None
    )


def report(claim: dict[str, Any], person_id: str) -> str:
    """Reads where the person is insured; stores claim, outbox row and receipt in one transaction."""
    if not _insured(person_id):
        raise LookupError("not insured")
    claim_id = f"clm_{secrets.token_hex(10)}"
    item = {"pk": f"tryg#{claim_id}", "sk": "CLAIM", "status": "awaiting-member", "version": 1, **claim}
    _transact([_put("cases", item), *_event_and_receipt("claim.reported", claim_id)])
    return claim_id


def _insured(person_id: str) -> list[dict[str, Any]]:
    pointers = client().query(
        TableName="people",
        KeyConditionExpression="pk = :pk AND begins_with(sk, :begins)",
        ExpressionAttributeValues=_typed({":pk": person_id, ":begins": "INSURED#"}),
        ConsistentRead=True,
    )["Items"]
    plain = TypeDeserializer()
    keys = []
    for pointer in pointers:
        payer, policy = plain.deserialize(pointer["payer"]), plain.deserialize(pointer["policyId"])
        keys += [_key(f"{payer}#{person_id}", f"INSURED#{policy}"), _key(f"{payer}#{policy}", "POLICY")]
    query = {"people": {"Keys": keys, "ConsistentRead": True}}
    rows = client().batch_get_item(RequestItems=query)["Responses"]["people"]
    return [{name: plain.deserialize(value) for name, value in row.items()} for row in rows]


def book(slot: tuple[str, str], guarantee: tuple[str, str], booking_id: str) -> bool:
    """Reads case and slot, then writes slot, guarantee, booking, outbox row and receipt in one transaction.

    The transaction also checks the clinic. Returns false when the slot is taken.
    """
    if len(_read_two("cases", guarantee, (guarantee[0], "CLAIM"))) != 2:
        raise LookupError("no such guarantee")
    clinic_id = next(
        row["clinicId"]
        for row in _read_two("network", slot, (slot[0], "PRACTITIONER"))
        if row["sk"] == slot[1]
    )
    open_clinic = {
        "ConditionCheck": {
            "TableName": "network",
            "Key": _key(clinic_id, "CLINIC"),
            "ConditionExpression": "#status = :active",
            "ExpressionAttributeNames": {"#status": "status"},
            "ExpressionAttributeValues": _typed({":active": "active"}),
        }
    }
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
        _transact(
            [
                take,
                count,
                open_clinic,
                _put("cases", booking),
                *_event_and_receipt("booking.created", booking_id),
            ]
        )
    except client().exceptions.TransactionCanceledException:
        return False
    return True


def _read_two(table: str, *keys: tuple[str, str]) -> list[dict[str, Any]]:
    query = {table: {"Keys": [_key(*key) for key in keys], "ConsistentRead": True}}
    rows = client().batch_get_item(RequestItems=query)["Responses"][table]
    plain = TypeDeserializer()
    return [{name: plain.deserialize(value) for name, value in row.items()} for row in rows]


def _event_and_receipt(kind: str, subject: str) -> list[dict[str, Any]]:
    now = int(time.time())
    event = {"pk": f"evt_{secrets.token_hex(8)}", "sk": "EVENT", "type": kind, "data": {"id": subject}}
    receipt = {
        "pk": secrets.token_hex(16),
        "sk": "KEY",
        "body": json.dumps({"id": subject}),
        "expiresAt": now,
    }
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
