from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.suite.rights import clients

NAMES = {
    "HELSEBRO_CASES_TABLE": "table-c",
    "HELSEBRO_PEOPLE_TABLE": "table-p",
    "HELSEBRO_NETWORK_TABLE": "table-n",
    "HELSEBRO_UPLOADS_BUCKET": "bucket-u",
    "HELSEBRO_WEBHOOKS_QUEUE": "https://sqs/webhooks",
    "HELSEBRO_BUS": "bus-b",
    "HELSEBRO_DEADLINES_GROUP": "group-d",
    "HELSEBRO_SCHEDULES_ROLE": "role-s",
}
CLAIM = {"pk": "tryg#clm_a", "sk": "CLAIM"}


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in NAMES.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize(
    "method, given, named, right",
    [
        ("get_item", ("table-c", CLAIM, True), {}, ("cases_table", "GetItem")),
        ("get_item", ("table-p", {"pk": "tryg"}, True), {}, ("people_table payers", "GetItem")),
        ("get_item", ("table-p", {"pk": "PSEUDONYM"}, True), {}, ("people_table PSEUDONYM", "GetItem")),
        (
            "get_item",
            ("table-n", {"pk": "cli_a"}, True, "#b, #a", {"#b": "b", "#a": "a"}),
            {},
            ("network_table cli_* only a b", "GetItem"),
        ),
        ("batch_get", ("table-c", [CLAIM], True), {}, ("cases_table", "BatchGetItem")),
        (
            "query_page",
            ("table-p", "pk = :pk"),
            {"expression_attribute_values": {":pk": "tryg#per_a#benefits"}},
            ("people_table *#benefits", "Query"),
        ),
        ("query_page", ("table-c", "x"), {"index_name": "listing"}, ("cases_table/listing", "Query")),
        ("scan_page", ("table-c",), {}, ("cases_table", "Scan")),
        ("update_item", ("table-c", CLAIM), {}, ("cases_table", "UpdateItem")),
        (
            "transact_write",
            ([{"type": "put", "table": "table-c", "item": CLAIM}],),
            {},
            ("cases_table", "PutItem"),
        ),
        (
            "transact_write",
            ([{"type": "condition_check", "table": "table-n", "key": {"pk": "cli_a#events"}}],),
            {},
            ("network_table *#events", "ConditionCheckItem"),
        ),
    ],
)
def test_a_call_of_dynamodb_needs_these_rights(
    method: str, given: tuple[Any, ...], named: Mapping[str, Any], right: tuple[str, str]
) -> None:
    assert list(clients.of_dynamodb(f"sync_{method}", *given, **named)) == [right]


def test_a_call_whose_rights_are_unknown_fails() -> None:
    with pytest.raises(LookupError, match="sync_batch_write"):
        list(clients.of_dynamodb("sync_batch_write", "table-c", []))


@pytest.mark.parametrize(
    "service, operation, params, is_link, rights",
    [
        ("s3", "GetObject", {"Bucket": "bucket-u"}, False, ["GetObject", "ListBucket"]),
        ("s3", "GetObject", {"Bucket": "bucket-u"}, True, ["GetObject"]),
        ("s3", "GetObject", {"Bucket": "bucket-u", "VersionId": "1"}, True, ["GetObjectVersion"]),
        ("s3", "CreateBucket", {"Bucket": "bucket-u"}, True, ["PutObject"]),
        ("s3", "CreateBucket", {"Bucket": "bucket-u"}, False, ["CreateBucket"]),
        ("s3", "ListObjectsV2", {"Bucket": "bucket-u"}, False, ["ListBucket"]),
        ("s3", "ListObjectVersions", {"Bucket": "bucket-u"}, False, ["ListBucketVersions"]),
        ("s3", "DeleteObject", {"Bucket": "bucket-u", "VersionId": "1"}, False, ["DeleteObjectVersion"]),
        ("sqs", "SendMessage", {"QueueUrl": "https://sqs/webhooks"}, False, ["SendMessage"]),
        ("events", "PutEvents", {"Entries": [{"EventBusName": "bus-b"}]}, False, ["PutEvents"]),
        ("stepfunctions", "SendTaskSuccess", {}, False, ["SendTaskSuccess"]),
    ],
)
def test_a_call_of_another_service_needs_these_rights(
    service: str, operation: str, params: Mapping[str, Any], is_link: bool, rights: list[str]
) -> None:
    asked = clients.of_boto3(service, operation, params, is_link=is_link)
    on = {"s3": "uploads_bucket", "sqs": "webhooks_queue", "events": "bus", "stepfunctions": "workflows"}
    assert list(asked) == [(on[service], right) for right in rights]


@pytest.mark.parametrize(
    "operation, params, rights",
    [
        (
            "CreateSchedule",
            {"Target": {"RoleArn": "role-s"}},
            [("deadlines_group", "CreateSchedule"), ("schedules_role", "PassRole")],
        ),
        ("DeleteSchedule", {}, [("deadlines_group", "DeleteSchedule")]),
    ],
)
def test_who_makes_a_schedule_passes_a_role_on(
    operation: str, params: Mapping[str, Any], rights: list[tuple[str, str]]
) -> None:
    asked = clients.of_boto3("scheduler", operation, {"GroupName": "group-d", **params}, is_link=False)
    assert list(asked) == rights
