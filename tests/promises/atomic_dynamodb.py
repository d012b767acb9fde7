"""moto's DynamoDB with atomic transactions, for races.

moto lets two transactions interleave and, when one fails, restores every table to its earlier state, which
also undoes the writes of others. Here a transaction checks every condition and then writes, under one lock,
as DynamoDB promises. A control leaves a condition out on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import RLock
from typing import Any
from unittest.mock import patch

from moto.backends import get_backend
from moto.dynamodb.comparisons import get_filter_expression
from moto.dynamodb.exceptions import TransactionCanceledException
from moto.dynamodb.models import DynamoDBBackend

Operation = Mapping[str, Any]
LOCK = RLock()
FAILED, FINE = ("ConditionalCheckFailed", "The conditional request failed", None), (None, None, None)


def never(_: Operation) -> bool:
    """Keeps every condition."""
    return False


@contextmanager
def atomic_transactions(unguarded: Callable[[Operation], bool] = never) -> Iterator[None]:
    """Makes transactions atomic; operations that are ``unguarded`` lose their condition."""

    def transact(backend: DynamoDBBackend, transact_items: list[dict[str, Any]]) -> None:
        operations = [next(iter(item.items())) for item in transact_items]
        with LOCK:
            holds = [unguarded(operation) or _holds(backend, operation) for _, operation in operations]
            if not all(holds):
                raise TransactionCanceledException([FINE if held else FAILED for held in holds])
            for kind, operation in operations:
                _write(backend, kind, operation)

    query = DynamoDBBackend.query

    def query_alone(*args: Any, **kwargs: Any) -> Any:
        with LOCK:
            return query(*args, **kwargs)

    with (
        patch.object(DynamoDBBackend, "transact_write_items", transact),
        patch.object(DynamoDBBackend, "query", query_alone),
    ):
        yield


def empty_tables(*tables: str) -> None:
    """Empties tables; deleting thousands of items one by one would take longer than a race."""
    for account in get_backend("dynamodb").values():
        for backend in account.values():
            for name in tables:
                if name in backend.tables:
                    backend.tables[name].items.clear()


def is_slot(operation: Operation) -> bool:
    """Returns whether the operation is on a slot's item."""
    return str(operation.get("Key", {}).get("sk", {}).get("S", "")).startswith("SLOT#")


def _holds(backend: DynamoDBBackend, operation: Operation) -> bool:
    if "ConditionExpression" not in operation:
        return True
    key = operation.get("Key") or {name: operation["Item"][name] for name in ("pk", "sk")}
    condition = get_filter_expression(
        operation["ConditionExpression"],
        operation.get("ExpressionAttributeNames"),
        operation.get("ExpressionAttributeValues"),
    )
    return bool(condition.expr(backend.get_item(operation["TableName"], key)))


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
