"""Emulator items: what the functions of the stack have stored, read by the emulator's root user."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from boto3.dynamodb.types import TypeDeserializer

from local.stack import deploy
from local.stack.live_code import STAGE

ANY_FUNCTION = "send_notification"
"""Every function has the names of all tables and buckets in its settings."""


class EmulatorItems:
    """The tables and buckets behind the emulator at this address.

    Each read raises ``botocore``'s faults, also while nothing is deployed yet.
    """

    def __init__(self, endpoint: str) -> None:
        self.endpoint = endpoint
        # All at once, because two threads may not make clients at the same time.
        self._dynamodb, self._s3, self._lambda, self._sqs = (
            deploy.client(service, endpoint) for service in ("dynamodb", "s3", "lambda", "sqs")
        )

    def stored(self, table: str, sort_keys: str) -> Iterator[dict[str, Any]]:
        """Yields the items of a table, such as ``cases``, whose sort key begins like this."""
        pages = self._dynamodb.get_paginator("scan").paginate(
            TableName=self._setting(f"HELSEBRO_{table.upper()}_TABLE"),
            FilterExpression="begins_with(sk, :kind)",
            ExpressionAttributeValues={":kind": {"S": sort_keys}},
        )
        for page in pages:
            for item in page["Items"]:
                yield {name: _plain(value) for name, value in item.items()}

    def file(self, bucket: str, key: str) -> bytes:
        """Returns the content of a file in a bucket, such as ``letters``."""
        found = self._s3.get_object(Bucket=self._setting(f"HELSEBRO_{bucket.upper()}_BUCKET"), Key=key)
        return bytes(found["Body"].read())

    def put_message(self, queue: str, body: str) -> None:
        """Puts a message into a queue, such as ``read-receipts``."""
        url = self._sqs.get_queue_url(QueueName=STAGE.named(queue))["QueueUrl"]
        self._sqs.send_message(QueueUrl=url, MessageBody=body)

    def _setting(self, name: str) -> str:
        found = self._lambda.get_function_configuration(FunctionName=STAGE.named(ANY_FUNCTION))
        return str(found["Environment"]["Variables"][name])


def _plain(value: Mapping[str, Any]) -> Any:
    return _whole(TypeDeserializer().deserialize(value))


def _whole(value: Any) -> Any:
    """Returns the value with whole numbers in place of DynamoDB's decimals."""
    if isinstance(value, dict):
        return {name: _whole(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_whole(part) for part in value]
    return value if isinstance(value, str | bool | bytes) or value is None else int(value)
