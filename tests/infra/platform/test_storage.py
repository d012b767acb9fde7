"""Stored data: encrypted with our key, restorable, reached only over TLS, logs that expire (promise 24)."""

from __future__ import annotations

from typing import Any

import pytest

from infra.platform.tables import NAMES
from tests.infra.template import Template, listed


@pytest.mark.parametrize("kind", ["AWS::DynamoDB::Table"])
def test_every_table_is_encrypted_and_can_be_restored(template: Template, kind: str) -> None:
    tables = template.of_type(kind)
    assert len(tables) == len(NAMES)
    for table in tables.values():
        assert table["SSESpecification"]["SSEType"] == "KMS"
        assert table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"]
        assert table["DeletionProtectionEnabled"]
        assert table["TimeToLiveSpecification"] == {"AttributeName": "expiresAt", "Enabled": True}


def test_every_table_and_every_bucket_is_encrypted_with_our_own_key(template: Template) -> None:
    ours = template.of_type("AWS::KMS::Key")
    for table in template.of_type("AWS::DynamoDB::Table").values():
        assert template.referred(table["SSESpecification"]["KMSMasterKeyId"]) in ours
    for name in (
        *("UPLOADS", "DOCUMENTS", "GUARANTEES", "LETTERS", "RECEIVING", "INVOICES", "ATTACHMENTS"),
        "PAYMENT_FILES",
    ):
        bucket = template.of_type("AWS::S3::Bucket")[
            template.referred(environment(template)[f"HELSEBRO_{name}_BUCKET"])
        ]
        (rule,) = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
        assert rule["ServerSideEncryptionByDefault"]["SSEAlgorithm"] == "aws:kms"
        assert template.referred(rule["ServerSideEncryptionByDefault"]["KMSMasterKeyID"]) in ours


def test_the_topic_of_alarms_is_encrypted_with_our_own_key(template: Template) -> None:
    (topic,) = template.of_type("AWS::SNS::Topic").values()
    assert template.referred(topic["KmsMasterKeyId"]) in template.of_type("AWS::KMS::Key")


def test_every_queue_is_encrypted(template: Template) -> None:
    assert all(queue["SqsManagedSseEnabled"] for queue in template.of_type("AWS::SQS::Queue").values())


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


def test_an_invoice_and_a_payment_file_cannot_be_changed_for_five_years(template: Template) -> None:
    locked = {
        name: bucket["ObjectLockConfiguration"]["Rule"]["DefaultRetention"]
        for name, bucket in template.of_type("AWS::S3::Bucket").items()
        if "ObjectLockConfiguration" in bucket
    }
    assert set(locked) == {
        template.referred(environment(template)[f"HELSEBRO_{name}_BUCKET"])
        for name in ("INVOICES", "PAYMENT_FILES")
    }
    for lock in locked.values():
        assert lock["Days"] >= 5 * 365
        assert lock["Mode"] == "COMPLIANCE"


def test_every_log_expires(template: Template) -> None:
    groups = template.of_type("AWS::Logs::LogGroup")
    assert len(groups) > len(template.functions())
    assert all(group["RetentionInDays"] <= 90 for group in groups.values())


def test_every_function_has_its_own_log_group_that_expires(template: Template) -> None:
    groups = [
        template.referred(function["LoggingConfig"]["LogGroup"]) for function in template.functions().values()
    ]
    assert len(set(groups)) == len(groups)
    assert set(groups) <= set(template.of_type("AWS::Logs::LogGroup"))


def test_every_encryption_key_rotates_each_year(template: Template) -> None:
    encrypting = [
        key for key in template.of_type("AWS::KMS::Key").values() if key.get("KeyUsage") != "SIGN_VERIFY"
    ]
    assert [key["EnableKeyRotation"] for key in encrypting] == [True, True]


def environment(template: Template) -> dict[str, Any]:
    """Returns the settings that every function has."""
    return dict(template.functions()["help"]["Environment"]["Variables"])


def _refuses_http(statement: dict[str, object]) -> bool:
    return statement["Effect"] == "Deny" and statement.get("Condition") == {
        "Bool": {"aws:SecureTransport": "false"}
    }
