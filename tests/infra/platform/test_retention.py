"""How long everything is kept stands in one table, which the templates follow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.onboarding.retention import KEPT_AFTER_END
from helsebro_aws.calendars import dynamo_slots
from helsebro_aws.dynamodb.tables import FEED_DAYS, RECEIPT_HOURS
from helsebro_aws.invoices.originals import IN_REVIEW
from helsebro_aws.notifications import dynamo_notifications
from helsebro_aws.webhooks import dynamo_deliveries
from infra.platform import retention, tables
from infra.platform.retention import BUCKETS, OTHERS, TABLES, Retention
from tests.infra.template import Template

DAY = 24 * 60 * 60
EVERY_ROW = {**BUCKETS, **TABLES, **OTHERS}


def row_of(logical_id: str) -> str:
    """Returns the row of a bucket, whose logical id holds its name: ``access-logs`` → ``AccessLogs``."""
    names = {
        "".join(part.capitalize() for part in name.split("-")): name for name in BUCKETS if "/" not in name
    }
    [row] = [name for word, name in names.items() if word in logical_id]
    return row


def rules_of(bucket: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return list(bucket["LifecycleConfiguration"]["Rules"])


def test_every_bucket_has_a_row_and_expires_as_it_says(template: Template) -> None:
    for logical_id, bucket in template.of_type("AWS::S3::Bucket").items():
        kept = BUCKETS[row_of(logical_id)]
        found = [rule["ExpirationInDays"] for rule in rules_of(bucket) if "ExpirationInDays" in rule]
        if "ObjectLockConfiguration" in bucket:
            assert bucket["ObjectLockConfiguration"]["Rule"]["DefaultRetention"]["Days"] == kept.days
            assert found == []
        else:
            parts = [row for name, row in BUCKETS.items() if name.startswith(f"{row_of(logical_id)}/")]
            days = [each.days for each in (kept, *parts) if each.days is not None]
            assert found == days, logical_id


def test_what_finance_looks_at_outlives_what_is_received(template: Template) -> None:
    [receiving] = [
        bucket
        for logical_id, bucket in template.of_type("AWS::S3::Bucket").items()
        if row_of(logical_id) == "receiving"
    ]
    rules = [rule for rule in rules_of(receiving) if "ExpirationInDays" in rule]
    assert {rule["Prefix"]: rule["ExpirationInDays"] for rule in rules} == {"cli_": 30, IN_REVIEW: 400}
    assert ids.plain("cli", b"0123456789").startswith("cli_")


def test_older_versions_expire_as_the_row_says(template: Template) -> None:
    for logical_id, bucket in template.of_type("AWS::S3::Bucket").items():
        found = [rule.get("NoncurrentVersionExpiration") for rule in rules_of(bucket)]
        older = BUCKETS[row_of(logical_id)].older_versions
        assert [one["NoncurrentDays"] for one in found if one] == ([older] if older else []), logical_id


def test_a_file_in_quarantine_leaves_no_older_version() -> None:
    assert BUCKETS["uploads"].older_versions


def test_every_table_has_a_row_and_what_expires_has_the_attribute(template: Template) -> None:
    assert {name.partition("/")[0] for name in TABLES} == set(tables.NAMES)
    for table in template.of_type("AWS::DynamoDB::Table").values():
        assert table["TimeToLiveSpecification"] == {"AttributeName": "expiresAt", "Enabled": True}


def test_every_log_group_is_kept_as_long_as_its_row_says(template: Template) -> None:
    groups = template.of_type("AWS::Logs::LogGroup").values()
    assert {group["RetentionInDays"] for group in groups} == {retention.of("logs").days}


def test_every_queue_keeps_a_message_as_long_as_its_row_says(template: Template) -> None:
    queues = template.of_type("AWS::SQS::Queue").values()
    assert {queue["MessageRetentionPeriod"] / DAY for queue in queues} == {retention.of("messages").days}


@pytest.mark.parametrize(
    "row, kept",
    [
        ("outbox", timedelta(days=FEED_DAYS)),
        ("archive", timedelta(days=FEED_DAYS)),
        ("idempotency", timedelta(hours=RECEIPT_HOURS)),
        ("network/deliveries", dynamo_deliveries.KEPT),
        ("network/slots", dynamo_slots.KEPT),
        ("network/applications", KEPT_AFTER_END),
        ("cases/applicants", dynamo_notifications.KEPT_OUTSIDE),
    ],
)
def test_the_code_that_sets_the_end_of_an_item_agrees_with_its_row(row: str, kept: timedelta) -> None:
    assert retention.of(row).days == kept.days


@pytest.mark.parametrize("row", EVERY_ROW.values(), ids=EVERY_ROW)
def test_every_row_has_a_reason_that_is_a_sentence(row: Retention) -> None:
    assert row.reason.endswith(".")
    assert row.days is None or row.days > 0


def test_a_store_without_a_row_cannot_be_built() -> None:
    with pytest.raises(KeyError):
        retention.lifecycle("no-such-files")
