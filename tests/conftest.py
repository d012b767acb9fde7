"""Shared by all tests: an AWS endpoint on loopback with the tables, keys, buckets and queues of the stack."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

TABLES = ("cases", "people", "network", "money", "outbox", "idempotency", "audit")
BUCKETS = ("uploads", "documents", "guarantees", "invoices")
QUEUES = ("invoices", "webhooks")
MEMBER_ISSUER, STAFF_ISSUER = "http://127.0.0.1:1/member", "http://127.0.0.1:1/staff"


STACK = ("running_stack",)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker runs every test of the running stack; a file's other tests share a worker too."""
    for item in items:
        on_stack = set(STACK) & set(getattr(item, "fixturenames", ()))
        item.add_marker(pytest.mark.xdist_group("stack" if on_stack else item.nodeid.split("::")[0]))


@pytest.fixture(scope="session")
def aws_endpoint() -> Iterator[str]:
    """moto in server mode: pydynox speaks HTTP from Rust, so nothing could be patched, and nothing is."""
    from moto.server import ThreadedMotoServer

    from tests.promises.atomic_dynamodb import whole_transactions

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    url = f"http://{host}:{port}"
    os.environ |= {
        "AWS_ENDPOINT_URL": url,
        "AWS_REGION": "eu-north-1",
        "AWS_DEFAULT_REGION": "eu-north-1",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "POWERTOOLS_METRICS_NAMESPACE": "helsebro",
    }
    with whole_transactions():
        yield url
    server.stop()


@pytest.fixture(scope="session")
def aws_clients(aws_endpoint: str) -> dict[str, Any]:
    """boto3 clients by service, for arranging and for looking at what was done."""
    import boto3

    return {
        name: boto3.client(name, endpoint_url=aws_endpoint)
        for name in ("dynamodb", "kms", "s3", "sqs", "events", "stepfunctions")
    }


@pytest.fixture(scope="session")
def aws_parts(aws_clients: dict[str, Any]) -> dict[str, str]:
    """The stack's tables, buckets, queues, bus and key, made once; the environment names them."""
    for name in TABLES:
        _table(aws_clients["dynamodb"], name)
        os.environ[f"HELSEBRO_{name.upper()}_TABLE"] = name
    for name in BUCKETS:
        aws_clients["s3"].create_bucket(
            Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-north-1"}
        )
        os.environ[f"HELSEBRO_{name.upper()}_BUCKET"] = name
    for name in QUEUES:
        url = aws_clients["sqs"].create_queue(QueueName=name)["QueueUrl"]
        os.environ[f"HELSEBRO_{name.upper()}_QUEUE"] = url
    aws_clients["events"].create_event_bus(Name="helsebro")
    key = aws_clients["kms"].create_key()["KeyMetadata"]["Arn"]
    parts = {
        "HELSEBRO_BUS": "helsebro",
        "HELSEBRO_FIELD_KEY": key,
        "HELSEBRO_PUBLIC_URL": "https://api.example",
        "HELSEBRO_MEMBER_ISSUER": MEMBER_ISSUER,
        "HELSEBRO_MEMBER_CLIENT": "member-portal",
        "HELSEBRO_STAFF_ISSUER": STAFF_ISSUER,
        "HELSEBRO_STAFF_CLIENT": "staff-portal",
    }
    os.environ |= parts
    return parts


@pytest.fixture
def aws(aws_parts: dict[str, str], aws_clients: dict[str, Any]) -> dict[str, Any]:
    """The stack's parts, emptied of what the test before left; gives the clients."""
    from tests.suite import moto_state

    assert aws_parts
    moto_state.empty_tables(TABLES)
    moto_state.empty_buckets()
    moto_state.empty_queues()
    moto_state.forget_models()
    return aws_clients


def _table(dynamodb: Any, name: str) -> None:
    keys = ("pk", "sk", "listPk", "listSk")
    dynamodb.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"} for key in keys],
        KeySchema=_schema("pk", "sk"),
        GlobalSecondaryIndexes=[
            {
                "IndexName": "listing",
                "KeySchema": _schema("listPk", "listSk"),
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
    )


def _schema(partition: str, sort: str) -> list[dict[str, str]]:
    return [
        {"AttributeName": partition, "KeyType": "HASH"},
        {"AttributeName": sort, "KeyType": "RANGE"},
    ]
