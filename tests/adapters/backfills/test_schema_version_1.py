from __future__ import annotations

from typing import Any

import pytest

from helsebro_aws.backfills.run import BackfillRun
from helsebro_aws.backfills.schema_version_1 import SCHEMA_VERSION_1
from helsebro_aws.dynamodb.tables import Put, tables
from tests.builders.invoice_stage import staged

pytestmark = pytest.mark.usefixtures("aws")


def without_version(aws: dict[str, Any], table: str) -> None:
    """Makes the items of a table as they were before schema versions."""
    for row in aws["dynamodb"].scan(TableName=table)["Items"]:
        row.pop("v")
        aws["dynamodb"].put_item(TableName=table, Item=row)


def rows(aws: dict[str, Any]) -> list[dict[str, Any]]:
    found = [
        row for table in SCHEMA_VERSION_1.tables for row in aws["dynamodb"].scan(TableName=table)["Items"]
    ]
    assert found
    return found


def test_every_item_without_a_version_gets_the_first_and_nothing_else_changes(aws: dict[str, Any]) -> None:
    staged()
    expected = [{**row, "v": {"N": "1"}} for row in rows(aws)]
    for table in SCHEMA_VERSION_1.tables:
        without_version(aws, table)
    result = BackfillRun().run(SCHEMA_VERSION_1, dry_run=False, cursor=None, pages=100)
    assert (result.changed, result.conflicts) == (len(expected), 0)
    assert rows(aws) == expected


def test_an_item_that_has_a_version_keeps_it(aws: dict[str, Any]) -> None:
    aws["dynamodb"].put_item(TableName="money", Item={"pk": {"S": "p"}, "sk": {"S": "A"}, "v": {"N": "4"}})
    tables.commit([Put("cases", {"pk": "p", "sk": "A"})])
    result = BackfillRun().run(SCHEMA_VERSION_1, dry_run=False, cursor=None, pages=100)
    assert result.matched == 0
    assert [row["v"]["N"] for row in rows(aws) if row["pk"]["S"] == "p"] == ["1", "4"]


def test_rows_that_expire_soon_are_not_read() -> None:
    assert not {"outbox", "idempotency"} & set(SCHEMA_VERSION_1.tables)
