"""Faults of the services behind boto3: those that pass are ``Unavailable``, in every call of every client."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from botocore.exceptions import ClientError

from helsebro.errors import Unavailable
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings
from tests.suite.failing_service import (
    CLOSED,
    NO_CODE,
    RESET,
    FailingService,
    Reply,
    failing,
    fault,
    xml_fault,
)

pytestmark = pytest.mark.usefixtures("aws_endpoint")
QUEUE = "https://sqs.eu-north-1.amazonaws.com/1/q"
CALLS: dict[str, Callable[[Any], Any]] = {
    "s3": lambda client: client.put_object(Bucket="b", Key="k", Body=b"x"),
    "sqs": lambda client: client.send_message(QueueUrl=QUEUE, MessageBody="x"),
    "kms": lambda client: client.sign(KeyId="k", Message=b"x", SigningAlgorithm="RSASSA_PKCS1_V1_5_SHA_256"),
    "events": lambda client: client.put_events(Entries=[{"Source": "s", "DetailType": "t", "Detail": "{}"}]),
    "stepfunctions": lambda client: client.send_task_success(taskToken="t", output="{}"),
}
PASSING = [
    ("s3", xml_fault(503, "SlowDown")),
    ("s3", xml_fault(500, "InternalError")),
    ("s3", xml_fault(400, "RequestTimeout")),
    ("sqs", fault(403, "RequestThrottled")),
    ("sqs", fault(400, "KmsThrottled")),
    ("kms", fault(400, "ThrottlingException")),
    ("kms", fault(409, "KMSInvalidStateException")),
    ("kms", fault(500, "KMSInternalException")),
    ("kms", fault(503, "DependencyTimeoutException")),
    ("events", fault(400, "ThrottlingException")),
    ("events", fault(500, "InternalException")),
    ("stepfunctions", fault(400, "ThrottlingException")),
    ("stepfunctions", fault(400, "KmsThrottlingException")),
    *((service, NO_CODE) for service in CALLS),
    ("s3", CLOSED),
    ("sqs", RESET),
]
LASTING = [
    ("s3", xml_fault(403, "AccessDenied"), "AccessDenied"),
    ("s3", xml_fault(404, "NoSuchBucket"), "NoSuchBucket"),
    ("sqs", fault(400, "QueueDoesNotExist"), "QueueDoesNotExist"),
    ("kms", fault(400, "AccessDeniedException"), "AccessDeniedException"),
    ("events", fault(400, "ResourceNotFoundException"), "ResourceNotFoundException"),
    ("stepfunctions", fault(400, "TaskTimedOut"), "TaskTimedOut"),
    ("stepfunctions", fault(400, "InvalidToken"), "InvalidToken"),
]


@contextmanager
def client_of(service: str, reply: Reply) -> Iterator[tuple[Any, FailingService]]:
    """Yields a client as the code makes it, of a service that always replies so."""
    with failing(lambda _: reply) as running:
        to = Settings({"AWS_ENDPOINT_URL": running.url, "AWS_REGION": "eu-north-1"})
        yield clients.client(service, to), running


@pytest.mark.parametrize("service, reply", PASSING)
def test_a_fault_that_passes_is_unavailable_after_the_attempts(service: str, reply: Reply) -> None:
    with client_of(service, reply) as (client, running), pytest.raises(Unavailable) as raised:
        CALLS[service](client)
    assert raised.value.code == "unavailable"
    # botocore does not repeat a call after every code, for example not while a key is in the wrong state.
    assert 1 <= len(running.asked) <= clients.ATTEMPTS


@pytest.mark.parametrize("service, reply, code", LASTING)
def test_a_refusal_stays_an_error_of_the_service_with_its_code(service: str, reply: Reply, code: str) -> None:
    with client_of(service, reply) as (client, _), pytest.raises(ClientError) as raised:
        CALLS[service](client)
    assert raised.value.response["Error"]["Code"] == code


def test_an_object_that_is_missing_is_found_out_as_before() -> None:
    with (
        client_of("s3", xml_fault(404, "NoSuchKey")) as (client, _),
        pytest.raises(client.exceptions.NoSuchKey),
    ):
        client.get_object(Bucket="b", Key="k")


def test_a_service_that_cannot_be_reached_is_unavailable() -> None:
    to = Settings({"AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_REGION": "eu-north-1"})
    with pytest.raises(Unavailable):
        CALLS["sqs"](clients.client("sqs", to))
