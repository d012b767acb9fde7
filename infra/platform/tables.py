"""Tables: items that are read together are in one table, so that one Query reads one case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from aws_cdk import RemovalPolicy
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_kms as kms
from constructs import Construct

LISTING = "listing"
"""The one index of every table. It holds the items that have ``listPk`` and ``listSk``."""

NAMES = ("cases", "people", "network", "money", "outbox", "idempotency", "audit")
"""Every table; functions read its name from ``HELSEBRO_<NAME>_TABLE``."""

ItemOperation = Literal["get", "get-many", "query", "list", "scan", "put", "update", "delete", "check"]
"""What code does with the items of a table; ``list`` queries its listing."""
ACTIONS: Mapping[ItemOperation, str] = {
    "get": "GetItem",
    "get-many": "BatchGetItem",
    "query": "Query",
    "list": "Query",
    "scan": "Scan",
    "put": "PutItem",
    "update": "UpdateItem",
    "delete": "DeleteItem",
    "check": "ConditionCheckItem",
}
WRITES = frozenset({"put", "update", "delete"})


class DataTables(Construct):
    """Every table: on demand, encrypted with our key, restorable to any second of the last 35 days."""

    def __init__(self, scope: Construct, key: kms.IKey) -> None:
        super().__init__(scope, "Tables")
        self._key = key
        self.cases = self._table("cases")
        self.people = self._table("people")
        self.network = self._table("network")
        self.money = self._table("money")
        self.outbox = self._table("outbox", stream=dynamodb.StreamViewType.NEW_IMAGE)
        self.idempotency = self._table("idempotency")
        self.audit = self._table("audit")

    def __iter__(self) -> Iterator[tuple[str, dynamodb.Table]]:
        """Yields each table with its name, in the order of ``NAMES``."""
        return ((name, getattr(self, name)) for name in NAMES)

    def _table(self, name: str, stream: dynamodb.StreamViewType | None = None) -> dynamodb.Table:
        table = dynamodb.Table(
            self,
            name.capitalize(),
            partition_key=_text("pk"),
            sort_key=_text("sk"),
            billing_mode=dynamodb.BillingMode.PAY_PER_REQUEST,
            encryption=dynamodb.TableEncryption.CUSTOMER_MANAGED,
            encryption_key=self._key,
            point_in_time_recovery_specification=dynamodb.PointInTimeRecoverySpecification(
                point_in_time_recovery_enabled=True
            ),
            time_to_live_attribute="expiresAt",
            stream=stream,
            deletion_protection=True,
            removal_policy=RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        )
        table.add_global_secondary_index(
            index_name=LISTING, partition_key=_text("listPk"), sort_key=_text("listSk")
        )
        return table


def _text(name: str) -> dynamodb.Attribute:
    return dynamodb.Attribute(name=name, type=dynamodb.AttributeType.STRING)
