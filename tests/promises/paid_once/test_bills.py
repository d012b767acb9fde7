"""Promise 27, the same bill: of many calls at once with the same file one asks for the refund."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from functions.refunds.refunds.handler import route

from helsebro.ids import ClaimId
from helsebro_aws.http.routes import _answer
from helsebro_aws.http.tracing.request_line import RequestLine
from tests.builders.calls import event, member
from tests.builders.claims import accepted_bill, claim_of, consent
from tests.builders.decisions import insured_anna, refund_body
from tests.builders.policies import ANNA
from tests.promises.atomic_dynamodb import atomic_transactions
from tests.suite.moto.moto_state import empty_tables

pytestmark = pytest.mark.usefixtures("aws")
THREADS = 32
DIGEST = "ab" * 32
ASK = next(found for found in route.declared if found.name.startswith("POST "))


@pytest.fixture
def claim_ids(aws: dict[str, Any]) -> Iterator[list[ClaimId]]:
    """Two cases of Anna."""
    assert aws
    insured_anna()
    made = [claim_of() for _ in range(2)]
    for claim_id in made:
        consent(claim_id)
    with atomic_transactions():
        yield made
    empty_tables("cases", "outbox", "idempotency")


def race(claim_ids: list[ClaimId]) -> Counter[tuple[int, str]]:
    """Asks at once for ``THREADS`` uploads of one file, in two cases; returns how often each was answered."""
    calls = []
    for number in range(THREADS):
        claim_id = claim_ids[number % 2]
        path, body = f"/v1/claims/{claim_id}/refunds", refund_body(accepted_bill(claim_id, DIGEST))
        calls.append((event("POST", path, by=member(ANNA), body=body), {"claim_id": claim_id}))

    def send(call: tuple[dict[str, Any], dict[str, str]]) -> tuple[int, str]:
        answer = _answer(call[0], ASK, call[1], RequestLine(call[0]))
        return answer.status, str((answer.body or {}).get("code", ""))

    with ThreadPoolExecutor(THREADS) as pool:
        return Counter(pool.map(send, calls))


def is_of_the_bytes(operation: Mapping[str, Any]) -> bool:
    """Returns whether the operation says that a bill of these bytes was asked for."""
    return str(operation.get("Item", {}).get("pk", {}).get("S", "")).endswith("#bill")


def test_of_32_at_once_one_asks_for_the_bill(claim_ids: list[ClaimId]) -> None:
    assert race(claim_ids) == {(202, ""): 1, (409, "bill-already-asked-for"): THREADS - 1}


def test_control_without_the_condition_the_bill_is_asked_for_each_time(claim_ids: list[ClaimId]) -> None:
    with atomic_transactions(unguarded=is_of_the_bytes):
        assert race(claim_ids) == {(202, ""): THREADS}
