"""What rests: encrypted with our key, restorable, reached over TLS only, logged for a time (promise 24)."""

from __future__ import annotations

import pytest

from infra.tables import NAMES
from local.deploy import PARAMETERS
from tests.infra.template import Template, listed


@pytest.mark.parametrize("kind", ["AWS::DynamoDB::Table"])
def test_every_table_is_ours_to_read_and_to_restore(template: Template, kind: str) -> None:
    tables = template.of_type(kind)
    assert len(tables) == len(NAMES)
    for table in tables.values():
        assert table["SSESpecification"]["SSEType"] == "KMS"
        assert table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"]
        assert table["DeletionProtectionEnabled"]
        assert table["TimeToLiveSpecification"] == {"AttributeName": "expiresAt", "Enabled": True}


def test_every_bucket_is_closed_to_the_public_and_encrypted(template: Template) -> None:
    for bucket in template.of_type("AWS::S3::Bucket").values():
        assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
        assert bucket["BucketEncryption"]


def test_every_bucket_queue_and_topic_refuses_plain_http(template: Template) -> None:
    for kind, policy_kind, names in (
        ("AWS::S3::Bucket", "AWS::S3::BucketPolicy", "Bucket"),
        ("AWS::SQS::Queue", "AWS::SQS::QueuePolicy", "Queues"),
        ("AWS::SNS::Topic", "AWS::SNS::TopicPolicy", "Topics"),
    ):
        refusing = {
            template.referred(of)
            for policy in template.of_type(policy_kind).values()
            if any(_refuses_http(statement) for statement in policy["PolicyDocument"]["Statement"])
            for of in listed(policy[names])
        }
        assert set(template.of_type(kind)) - refusing == set()


def test_an_invoice_cannot_be_altered_for_five_years(template: Template) -> None:
    locked = [
        bucket["ObjectLockConfiguration"]["Rule"]["DefaultRetention"]
        for bucket in template.of_type("AWS::S3::Bucket").values()
        if "ObjectLockConfiguration" in bucket
    ]
    assert [lock["Days"] >= 5 * 365 for lock in locked] == [True]


def test_every_log_ends_some_day(template: Template) -> None:
    groups = template.of_type("AWS::Logs::LogGroup")
    assert len(groups) > len(template.functions())
    assert all(group["RetentionInDays"] <= 90 for group in groups.values())


def test_every_key_is_turned_each_year(template: Template) -> None:
    encrypting = [
        key for key in template.of_type("AWS::KMS::Key").values() if key.get("KeyUsage") != "SIGN_VERIFY"
    ]
    assert [key["EnableKeyRotation"] for key in encrypting] == [True, True]


def test_the_embedded_stack_gives_every_parameter_that_a_deployment_asks_for(template: Template) -> None:
    asked = {name for name in template.body["Parameters"] if name != "BootstrapVersion"}
    assert asked == set(PARAMETERS)


def _refuses_http(statement: dict[str, object]) -> bool:
    return statement["Effect"] == "Deny" and statement.get("Condition") == {
        "Bool": {"aws:SecureTransport": "false"}
    }
