"""moto's DynamoDB with atomic transactions, for every test.

moto lets two transactions interleave and, when one fails, restores every table to its earlier state, which
also undoes the writes of others. For that it copies each table at every operation, and keeps the copies. Here
a transaction checks every condition and then writes, under one lock, as DynamoDB promises. A control leaves a
condition out on purpose.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import Any
from unittest.mock import patch

from moto.dynamodb.comparisons import get_filter_expression
from moto.dynamodb.exceptions import (
    MultipleTransactionsException,
    TooManyTransactionsException,
    TransactionCanceledException,
)
from moto.dynamodb.models import DynamoDBBackend

Operation = Mapping[str, Any]
LOCK = RLock()
Reason = tuple[str | None, str | None, dict[str, Any] | None]
MOST_OPERATIONS = 100
FINE: Reason = (None, None, None)
FAILED = ("ConditionalCheckFailed", "The conditional request failed")


def never(_: Operation) -> bool:
    """Keeps every condition."""
    return False


@contextmanager
def atomic_transactions(unguarded: Callable[[Operation], bool] = never) -> Iterator[None]:
    """Makes transactions atomic; operations that are ``unguarded`` lose their condition."""

    def transact(backend: DynamoDBBackend, transact_items: list[dict[str, Any]]) -> None:
        operations = [next(iter(item.items())) for item in transact_items]
        _must_be_acceptable([operation for _, operation in operations])
        with LOCK:
            reasons = [
                FINE if unguarded(operation) else _reason(backend, operation) for _, operation in operations
            ]
            if any(code for code, _, _ in reasons):
                raise TransactionCanceledException(reasons)
            for kind, operation in operations:
                _write(backend, kind, operation)

    with (
        patch.object(DynamoDBBackend, "transact_write_items", transact),
        patch.object(DynamoDBBackend, "query", _alone(DynamoDBBackend.query)),
        patch.object(DynamoDBBackend, "get_item", _alone(DynamoDBBackend.get_item)),
    ):
        yield


def _alone(read: Callable[..., Any]) -> Callable[..., Any]:
    """Returns the same read, which never sees half of a transaction."""

    def alone(*args: Any, **kwargs: Any) -> Any:
        with LOCK:
            return read(*args, **kwargs)

    return alone


def is_slot(operation: Operation) -> bool:
    """Returns whether the operation is on a slot's item."""
    return str(operation.get("Key", {}).get("sk", {}).get("S", "")).startswith("SLOT#")


def _must_be_acceptable(operations: Sequence[Operation]) -> None:
    if len(operations) > MOST_OPERATIONS:
        raise TooManyTransactionsException
    targets = {(one["TableName"], json.dumps(_key(one), sort_keys=True)) for one in operations}
    if len(targets) < len(operations):
        raise MultipleTransactionsException


def _reason(backend: DynamoDBBackend, operation: Operation) -> Reason:
    """Returns why the condition fails, with the present item if the operation requests it."""
    if "ConditionExpression" not in operation:
        return FINE
    condition = get_filter_expression(
        operation["ConditionExpression"],
        operation.get("ExpressionAttributeNames"),
        operation.get("ExpressionAttributeValues"),
    )
    there = backend.get_item(operation["TableName"], _key(operation))
    if condition.expr(there):
        return FINE
    if there and operation.get("ReturnValuesOnConditionCheckFailure") == "ALL_OLD":
        return (*FAILED, there.to_json()["Attributes"])
    return (*FAILED, None)


def _key(operation: Operation) -> dict[str, Any]:
    return operation.get("Key") or {name: operation["Item"][name] for name in ("pk", "sk")}


def _write(backend: DynamoDBBackend, kind: str, operation: Operation) -> None:
    table = operation["TableName"]
    if kind == "Put":
        backend.put_item(table, operation["Item"])
    elif kind == "Delete":
        backend.delete_item(table, operation["Key"])
    elif kind == "Update":
        backend.update_item(
            table,
            operation["Key"],
            update_expression=operation["UpdateExpression"],
            expression_attribute_names=operation.get("ExpressionAttributeNames", {}),
            expression_attribute_values=operation.get("ExpressionAttributeValues", {}),
        )
