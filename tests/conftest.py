"""Shared by all tests: an AWS endpoint on loopback with the tables, keys, buckets and queues of the stack."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.suite import moved_clock

if moved_clock.is_asked_for():
    moved_clock.install()

from tests.suite import instant, order, sizes, tiers
from tests.suite.exposure import recorder as exposure
from tests.suite.rights import recorder
from tests.suite.workers import collecting

sizes.load_profile()
RIGHTS = recorder.installed()

TABLES = ("cases", "people", "network", "money", "outbox", "idempotency", "audit")
BUCKETS = (
    *("uploads", "documents", "guarantees", "letters", "receiving", "invoices", "attachments"),
    "payment-files",
)
QUEUES = ("invoices", "webhooks", "check_upload")
os.environ["HELSEBRO_EDGE_SECRET_HASHES"] = "local"
MEMBER_ISSUER, STAFF_ISSUER = "http://127.0.0.1:1/member", "http://127.0.0.1:1/staff"


def pytest_configure(config: pytest.Config) -> None:
    """Records what the functions ask of AWS, and to whom they answer."""
    config.pluginmanager.register(RIGHTS)
    config.pluginmanager.register(exposure.RECORDER)
    collecting.take_turns(config)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks each test with its tier, and puts all in order."""
    for item in items:
        item.add_marker(tiers.tier_of(item))
    if moved_clock.is_asked_for():
        _leave_out(config, items, lambda item: tiers.tier_of(item) == "stack")
    if not sizes.is_large():
        _leave_out(config, items, lambda item: item.get_closest_marker(sizes.RELEASE) is not None)
    order.arrange(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """One worker runs the stack."""
    from tests.suite.workers.one_stack import OneStack

    return OneStack(config, log)


def _leave_out(
    config: pytest.Config, items: list[pytest.Item], is_left_out: Callable[[pytest.Item], bool]
) -> None:
    config.hook.pytest_deselected(items=[item for item in items if is_left_out(item)])
    items[:] = [item for item in items if not is_left_out(item)]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """One instant for the whole test, and no midnight in it."""
    instant.begin()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the seconds of each tier: an issue's tests add at most 45."""
    terminalreporter.section("tiers, in seconds over all workers")
    for line in tiers.lines(terminalreporter.stats):
        terminalreporter.write_line(line)


def pytest_collection_finish() -> None:
    """Moves the clock on, where the run asks for it: what is fixed at import is old when it is used."""
    moved_clock.jump()


@pytest.fixture(scope="session")
def aws_endpoint() -> Iterator[str]:
    """moto in server mode: pydynox speaks HTTP from Rust, so nothing could be patched, and nothing is."""
    from tests.promises.atomic_dynamodb import atomic_transactions
    from tests.suite.moto import quick_server
    from tests.suite.rights import clients

    with quick_server.running() as url, atomic_transactions(), clients.asking():
        os.environ |= {
            "AWS_ENDPOINT_URL": url,
            "AWS_REGION": "eu-north-1",
            "AWS_DEFAULT_REGION": "eu-north-1",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "POWERTOOLS_METRICS_NAMESPACE": "helsebro",
        }
        yield url


@pytest.fixture(scope="session")
def aws_clients(aws_endpoint: str) -> dict[str, Any]:
    """boto3 clients by service, for arranging and for looking at what was done."""
    import boto3

    return {
        name: boto3.client(name, endpoint_url=aws_endpoint)
        for name in ("dynamodb", "kms", "s3", "sqs", "ssm", "events", "stepfunctions", "scheduler")
    }


@pytest.fixture(scope="session")
def aws_parts(aws_clients: dict[str, Any]) -> dict[str, str]:
    """The stack's tables, buckets, queues, bus and key, made once; the environment names them."""
    from helsebro_aws.identity.pseudonym_key import PseudonymKeyStore
    from local.stripe.set_up import set_up as connect_stripe

    for name in TABLES:
        _table(aws_clients["dynamodb"], name)
        os.environ[f"HELSEBRO_{name.upper()}_TABLE"] = name
    for name in BUCKETS:
        aws_clients["s3"].create_bucket(
            Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-north-1"}
        )
        os.environ[f"HELSEBRO_{name.upper().replace('-', '_')}_BUCKET"] = name
    for name in QUEUES:
        url = aws_clients["sqs"].create_queue(QueueName=name)["QueueUrl"]
        os.environ[f"HELSEBRO_{name.upper()}_QUEUE"] = url
    aws_clients["events"].create_event_bus(Name="helsebro")
    aws_clients["scheduler"].create_schedule_group(Name="helsebro-test-deadlines")
    key = aws_clients["kms"].create_key()["KeyMetadata"]["Arn"]
    parts = {
        "HELSEBRO_BUS": "helsebro",
        "HELSEBRO_FIELD_KEY": key,
        "HELSEBRO_PUBLIC_URL": "https://api.example",
        "HELSEBRO_PORTAL_URL": "https://portal.example",
        "HELSEBRO_MAIL_FROM": "no-reply@helsebro.example",
        "HELSEBRO_MAIL_CONFIGURATION": "helsebro-mail",
        "HELSEBRO_DIGITAL_POST_DK": "/helsebro/none/digital-post-dk",
        "HELSEBRO_DIGITAL_POST_NO": "/helsebro/test/digital-post-no",
        "HELSEBRO_REGISTER_DK": "/helsebro/test/register-dk",
        "HELSEBRO_REGISTER_NO": "/helsebro/none/register-no",
        "HELSEBRO_STRIPE": "/helsebro/test/stripe",
        "HELSEBRO_SUPPORT_EMAIL": "support@example.org",
        "HELSEBRO_SUPPORT_PHONE": "+45 70 00 00 00",
        "HELSEBRO_MEMBER_ISSUER": MEMBER_ISSUER,
        "HELSEBRO_MEMBER_CLIENT": "member-portal",
        "HELSEBRO_STAFF_ISSUER": STAFF_ISSUER,
        "HELSEBRO_STAFF_CLIENT": "staff-portal",
        "HELSEBRO_PSEUDONYM_KEY_COPY": "/helsebro/test/pseudonym-key",
        "HELSEBRO_MALWARE_SCAN": "signatures",
        "HELSEBRO_SEAL_CERTIFICATE_PARAMETER": "/helsebro/none/seal-certificate",
        "HELSEBRO_DEADLINES_GROUP": "helsebro-test-deadlines",
        "HELSEBRO_FALL_DUE_ARN": "arn:aws:sqs:eu-north-1:123456789012:fall-due",
        "HELSEBRO_FAILED_SCHEDULES_ARN": "arn:aws:sqs:eu-north-1:123456789012:failed-schedules-dead",
        "HELSEBRO_SCHEDULES_ROLE": "arn:aws:iam::123456789012:role/schedules",
    }
    os.environ |= parts
    # moto imports the service at its first call, which may take longer than a function waits.
    aws_clients["ssm"].describe_parameters()
    PseudonymKeyStore().make()
    connect_stripe(aws_clients["ssm"], lambda name: f"/helsebro/test/{name}", "http://127.0.0.1:1", ["tryg"])
    return parts


@pytest.fixture
def aws(aws_parts: dict[str, str], aws_clients: dict[str, Any]) -> dict[str, Any]:
    """The stack's parts, emptied of what the test before left; gives the clients."""
    from tests.suite.moto import moto_state

    assert aws_parts
    moto_state.empty_tables(*TABLES)
    moto_state.empty_buckets()
    moto_state.empty_queues()
    moto_state.empty_schedules()
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
