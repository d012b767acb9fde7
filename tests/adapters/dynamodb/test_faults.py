"""DynamoDB's faults: those that pass become ``Unavailable``, the others stay bugs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from helsebro.errors import HelsebroError, Unavailable
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb import tables as module
from helsebro_aws.dynamodb.refusals import AlreadyAnswered, Busy, SameKeyBusy, TransactionRefused, may_read
from helsebro_aws.dynamodb.tables import Put, Tables
from helsebro_aws.platform import clients, rust_core
from helsebro_aws.platform.rust_core import core
from helsebro_aws.platform.settings import Settings
from tests.suite.failing_service import CLOSED, NO_CODE, RESET, SILENT, Reply, cancelled, failing, fault

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.usefixtures("aws_endpoint")
PASSING = {
    "ProvisionedThroughputExceededException": 400,
    "ThrottlingException": 400,
    "RequestLimitExceeded": 400,
    "InternalServerError": 500,
    "ServiceUnavailable": 503,
    "TransactionInProgressException": 400,
    "TransactionConflictException": 400,
}
REPLIES = {
    **{code: fault(status, code) for code, status in PASSING.items()},
    "no code": NO_CODE,
    "closed": CLOSED,
    "reset": RESET,
    "silent": SILENT,
}
LASTING = {
    "AccessDeniedException": core.AccessDeniedException,
    "ResourceNotFoundException": core.ResourceNotFoundException,
    "ValidationException": core.ValidationException,
    "IdempotentParameterMismatchException": core.IdempotentParameterMismatchException,
    "ExpiredTokenException": core.CredentialsException,
    "UnrecognizedClientException": core.CredentialsException,
}
PUT = Put("cases", {"pk": "a", "sk": "b"})
CALLS: dict[str, Callable[[Tables], Any]] = {
    "get": lambda tables: tables.get("cases", "a", "b"),
    "get_many": lambda tables: tables.get_many("cases", [("a", "b")]),
    "query": lambda tables: tables.query("cases", "a"),
    "query_all": lambda tables: list(tables.query_all("cases", "a")),
    "commit": lambda tables: tables.commit([PUT]),
}


def ask(call: str, reply: Reply) -> Any:
    """Makes the call once, without attempts of the core, to a DynamoDB with this reply."""
    once = {**rust_core.ON_AWS, "max_retries": 1}
    with failing(lambda _: reply) as service:
        tables = Tables(Settings({}))
        tables.client = core.DynamoDBClient(region="eu-north-1", endpoint_url=service.url, **once)
        try:
            return CALLS[call](tables)
        finally:
            assert service.asked


@pytest.mark.parametrize("reply", REPLIES)
@pytest.mark.parametrize("call", ["get", "commit"])
def test_a_fault_that_passes_is_unavailable(call: str, reply: str) -> None:
    with pytest.raises(Unavailable) as raised:
        ask(call, REPLIES[reply])
    assert (type(raised.value), raised.value.code) == (Unavailable, "unavailable")


@pytest.mark.parametrize("reply", ["ThrottlingException", "InternalServerError", "closed"])
@pytest.mark.parametrize("call", ["get_many", "query", "query_all"])
def test_a_fault_that_passes_is_unavailable_in_every_call(call: str, reply: str) -> None:
    with pytest.raises(Unavailable):
        ask(call, REPLIES[reply])


def test_a_table_that_cannot_be_reached_is_unavailable() -> None:
    tables = Tables(Settings({"AWS_ENDPOINT_URL": "http://127.0.0.1:9"}))
    with pytest.raises(Unavailable):
        tables.get("cases", "a", "b")


@pytest.mark.parametrize("code, kind", LASTING.items())
@pytest.mark.parametrize("call", CALLS)
def test_a_fault_that_stays_is_a_bug(call: str, code: str, kind: type[Exception]) -> None:
    with pytest.raises(kind) as raised:
        ask(call, fault(400, code))
    assert not isinstance(raised.value, HelsebroError)


def test_a_request_that_the_core_cannot_build_is_a_bug() -> None:
    with failing(lambda _: None) as service, pytest.raises(core.PydynoxException):
        Tables(Settings({"AWS_ENDPOINT_URL": service.url})).get("", "a", "b")
    assert service.asked == []


@pytest.mark.parametrize(
    "reason", ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]
)
def test_a_transaction_that_others_disturb_is_busy_after_its_attempts(reason: str) -> None:
    with failing(lambda _: cancelled(reason)) as service, pytest.raises(Busy):
        Tables(Settings({"AWS_ENDPOINT_URL": service.url})).commit([PUT])
    assert service.asked == ["TransactWriteItems"] * module.ATTEMPTS


def test_a_conflict_over_the_receipt_says_that_the_same_key_is_busy() -> None:
    receipt = Receipt("record", "fingerprint", 201, {})
    known = {"HELSEBRO_IDEMPOTENCY_TABLE": "idempotency"}
    with failing(lambda _: cancelled("None", "TransactionConflict")) as service:
        tables = Tables(Settings({**known, "AWS_ENDPOINT_URL": service.url}))
        with pytest.raises(SameKeyBusy):
            tables.commit([PUT], receipt=receipt)
    assert service.asked == ["TransactWriteItems"] * module.ATTEMPTS


@pytest.mark.parametrize("reason", ["ValidationError", "ItemCollectionSizeLimitExceeded", "AccessDenied"])
def test_a_transaction_that_dynamodb_refuses_is_a_bug(reason: str) -> None:
    with pytest.raises(TransactionRefused, match=reason):
        ask("commit", cancelled(reason))


def test_the_core_tries_three_times_and_not_more() -> None:
    with failing(lambda _: fault(400, "ThrottlingException")) as service, pytest.raises(Unavailable):
        Tables(Settings({"AWS_ENDPOINT_URL": service.url})).get("cases", "a", "b")
    assert service.asked == ["GetItem"] * 3


def test_all_attempts_end_before_the_function_is_cut_off() -> None:
    limits = rust_core.limits(Settings({}))
    pauses = sum(2**attempt for attempt in range(limits["max_retries"] - 1))
    waited = limits["max_retries"] * (limits["connect_timeout"] + limits["read_timeout"])
    assert waited + pauses <= clients.API_SECONDS - clients.SPARE_SECONDS


@pytest.mark.parametrize(
    "refusal, may",
    [(Busy(), True), (AlreadyAnswered(), True), (Unavailable(), False), (HelsebroError(), True)],
)
def test_after_a_part_that_does_not_answer_nothing_more_is_read(refusal: Exception, may: bool) -> None:
    assert may_read(refusal) is may


PAST_THE_CALL = re.compile(r"\.client\.sync_")


def test_every_call_to_dynamodb_comes_through_the_one_that_translates_faults() -> None:
    sources = [*ROOT.glob("layers/*/python/**/*.py"), *ROOT.glob("functions/**/*.py")]
    assert [path.name for path in sources if PAST_THE_CALL.search(path.read_text())] == []
    assert PAST_THE_CALL.search("items, last, _ = tables.client.sync_scan_page(table)")
