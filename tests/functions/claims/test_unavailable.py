"""A part that does not answer now: 503 with ``Retry-After``, and the same request has one effect later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from functions.claims.claims.handler import handler

from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.http.problems import texts
from helsebro_aws.platform import field_encryption, rust_core
from helsebro_aws.platform.rust_core import core
from tests.builders.calls import Answered, ask, event, member
from tests.builders.claims import claim_body, claim_of, outbox_rows
from tests.builders.mandates import give
from tests.builders.policies import ANNA, insured_of, payer_of, policy_of
from tests.suite.failing_service import (
    CLOSED,
    NO_CODE,
    Asked,
    FailingService,
    Reply,
    answer_of,
    failing,
    fault,
)

pytestmark = pytest.mark.usefixtures("aws")
THROTTLED = fault(400, "ThrottlingException")


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    insured_of(policy_of("tryg"))
    return claim_of()


@contextmanager
def dynamodb(reply: Callable[[Asked], Reply | None], behind: str) -> Iterator[FailingService]:
    """Replaces DynamoDB by one that replies so; where ``reply`` returns None, moto answers."""
    once = {**rust_core.ON_AWS, "max_retries": 1, "read_timeout": 20.0}
    with failing(reply, behind) as service:
        tables.client = core.DynamoDBClient(region="eu-north-1", endpoint_url=service.url, **once)
        try:
            yield service
        finally:
            del tables.client


def of_transactions(reply: Reply) -> Callable[[Asked], Reply | None]:
    """Returns what replies so to each transaction."""
    return lambda asked: reply if asked.operation == "TransactWriteItems" else None


def read(claim_id: str, language: str = "en") -> Answered:
    headers = {"accept-language": language}
    return ask(handler, event("GET", f"/v1/claims/{claim_id}", by=member(ANNA), headers=headers))


def report(language: str = "en") -> Answered:
    headers = {"accept-language": language}
    call = event("POST", "/v1/claims", by=member(ANNA), body=claim_body(), headers=headers, key="k-1")
    return ask(handler, call)


def assert_unavailable(answer: Answered, language: str = "en", code: str = "unavailable") -> None:
    assert (answer.status, answer.body["code"]) == (503, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert int(answer.headers["retry-after"]) > 0
    assert [answer.body["title"], answer.body["detail"]] == texts()[code][language]


@pytest.mark.parametrize(
    "reply, language",
    [(THROTTLED, "da"), (fault(500, "InternalServerError"), "nb"), (NO_CODE, "en"), (CLOSED, "en")],
)
def test_a_claim_cannot_be_read_now(claim_id: str, aws_endpoint: str, reply: Reply, language: str) -> None:
    with dynamodb(lambda _: reply, aws_endpoint) as service:
        assert_unavailable(read(claim_id, language), language)
    assert len(service.asked) == 1
    assert read(claim_id).status == 200


@pytest.mark.parametrize(
    "code", ["AccessDeniedException", "ValidationException", "ResourceNotFoundException"]
)
def test_a_fault_that_stays_is_a_500_without_retry_after(claim_id: str, aws_endpoint: str, code: str) -> None:
    with dynamodb(lambda _: fault(400, code), aws_endpoint):
        answer = read(claim_id)
    assert (answer.status, answer.body["code"], "retry-after" in answer.headers) == (
        500,
        "internal-error",
        False,
    )


@pytest.mark.parametrize(
    "reply, language",
    [
        (THROTTLED, "da"),
        (fault(400, "TransactionInProgressException"), "nb"),
        (NO_CODE, "en"),
        (CLOSED, "en"),
    ],
)
@pytest.mark.usefixtures("claim_id")
def test_a_report_that_met_a_fault_is_stored_once_when_it_comes_again(
    aws: dict[str, Any], aws_endpoint: str, reply: Reply, language: str
) -> None:
    reported = len(outbox_rows(aws, "claim.reported"))
    with dynamodb(of_transactions(reply), aws_endpoint) as service:
        assert_unavailable(report(language), language)
    # The function has no time for a look-up after it.
    assert service.asked[-1] == "TransactWriteItems"
    first, again = report(), report()
    assert (first.status, again.status, again.body) == (201, 201, first.body)
    assert len(outbox_rows(aws, "claim.reported")) == reported + 1


@pytest.mark.usefixtures("claim_id")
def test_a_report_whose_reply_was_lost_is_answered_when_it_comes_again(
    aws: dict[str, Any], aws_endpoint: str
) -> None:
    reported = len(outbox_rows(aws, "claim.reported"))

    def lost(asked: Asked) -> Reply | None:
        if asked.operation != "TransactWriteItems":
            return None
        answer_of(aws_endpoint, asked)
        return CLOSED

    with dynamodb(lost, aws_endpoint):
        assert_unavailable(report())
    again = report()
    assert (again.status, again.headers["idempotency-replayed"]) == (201, "true")
    assert len(outbox_rows(aws, "claim.reported")) == reported + 1


@pytest.mark.parametrize("reply", [THROTTLED, fault(500, "KMSInternalException"), NO_CODE])
def test_a_name_that_cannot_be_encrypted_now_is_not_stored(
    claim_id: str, monkeypatch: pytest.MonkeyPatch, reply: Reply
) -> None:
    with failing(lambda _: reply) as service:
        field_encryption._sealer.cache_clear()
        monkeypatch.setenv("AWS_ENDPOINT_URL", service.url)
        assert_unavailable(give(claim_id, key="k-1"), "da", "encryption-unavailable")
    monkeypatch.undo()
    field_encryption._sealer.cache_clear()
    assert service.asked == ["GenerateDataKey"] * 3
    assert give(claim_id, key="k-1").status == 201
