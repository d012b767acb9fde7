"""The ledger of money on the stack: it follows a case, and tells when a row of it is tampered with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from infra.account.ledger import reconcile
from local.journey.people import StackAddresses
from local.journey.steps import Journey, until
from local.stack.live_code import STAGE
from local.stack.stack import Stack
from tests.journeys.access import client
from tests.journeys.clocks_and_letters.moved import Moved
from tests.journeys.invoices.invoiced_case import InvoicedCase


@pytest.fixture
def case(running_stack: Stack) -> InvoicedCase:
    """A case whose only session was held and invoiced."""
    stack = StackAddresses.of(running_stack.addresses)
    held = InvoicedCase.held(stack, Journey(lambda _: None))
    assert held.judged(held.document(), "invoice.accepted")["status"] == "accepted"
    return held


def run(up: Stack, given: Mapping[str, Any]) -> Any:
    answer = client(up, "lambda").invoke(
        FunctionName=STAGE.named("reconcile_money"), Payload=json.dumps(given).encode()
    )
    return json.load(answer["Payload"])


def tamper(up: Stack, claim_id: str, payer: str) -> None:
    """Changes one entry of the case by an øre, as no function may."""
    dynamodb = client(up, "dynamodb")
    [table] = [name for name in dynamodb.list_tables()["TableNames"] if "Money" in name]
    found = dynamodb.query(
        TableName=table,
        KeyConditionExpression="pk = :case",
        ExpressionAttributeValues={":case": {"S": f"{payer}#{claim_id}#ledger"}},
    )
    entry = next(item for item in found["Items"] if item["kind"]["S"] == "invoiced")
    ore = int(entry["ore"]["N"]) + 1
    dynamodb.put_item(TableName=table, Item={**entry, "ore": {"N": str(ore)}})


def test_the_ledger_follows_a_case_and_a_tampered_row_is_found(
    running_stack: Stack, case: InvoicedCase, moved: Moved, capsys: pytest.CaptureFixture[str]
) -> None:
    claim_id, guarantee_id = case.played.claim_id, case.played.guarantee_id
    [balance] = case.finance.get(f"/v1/guarantees/{guarantee_id}/balance").json()["balances"]
    assert balance["invoiced"] == balance["approved"] != {"amount": "0.00", "currency": "DKK"}
    assert balance["reserved"]["amount"] == balance["paid"]["amount"] == "0.00"

    day = case.played.stack.clock.today()
    listed = case.finance.get(f"/v1/ledger?day={day}&limit=100").json()["items"]
    own = [entry["kind"] for entry in listed if entry["claimId"] == claim_id]
    assert sorted(own) == sorted(["granted", "reserved", "invoiced", "approved", "reservation-ended"])
    sheet = case.finance.get(f"/v1/ledger?day={day}", Accept="text/csv")
    assert sheet.headers["content-type"] == "text/csv; charset=utf-8"
    assert sheet.text.count(claim_id) == len(own)

    capsys.readouterr()
    reconcile.run(lambda given: run(running_stack, given))
    assert claim_id not in capsys.readouterr().out, "a case that nobody touched agrees"

    tamper(running_stack, claim_id, case.played.users.payer)
    assert reconcile.run(lambda given: run(running_stack, given)) == 1
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines() if claim_id in line]
    assert {row[0] for row in rows} == {"payable-differs"}

    moved.by(timedelta(days=1))
    run(running_stack, {})
    _tells_finance(case, claim_id)


def _tells_finance(case: InvoicedCase, claim_id: str) -> None:
    """The night's report names the case, and finance has a task about it."""

    def named() -> bool:
        reports = case.finance.get("/v1/reconciliations").json()["items"]
        return any(each["claimId"] == claim_id for report in reports for each in report["listed"])

    assert until("the report", named)
    tasks = case.finance.get("/v1/tasks?queue=payments&limit=100").json()["items"]
    assert [task["reason"] for task in tasks if task["subject"]["claimId"] == claim_id] == ["money-differs"]
