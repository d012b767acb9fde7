"""The 24 hours of a message go with its case to the staff who shall answer (F4-06, F4-09)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from boto3.dynamodb.types import TypeDeserializer
from functions.deadlines.deadlines.handler import handler as deadlines
from functions.deadlines.keep_deadlines.handler import handler as keep

from helsebro.deadlines.deadline import Deadline
from helsebro_aws.deadlines.dynamo_deadlines import key_of
from helsebro_aws.deadlines.engine import DeadlineEngine
from helsebro_aws.platform import clock
from tests.builders.calls import ask, event, staff
from tests.builders.claims import claim_of, outbox_rows
from tests.builders.decisions import insured_anna
from tests.builders.events.messages import comes_again
from tests.builders.messages.threads import BEFORE_A_CASE, in_inbox, inbox, of_case, written

pytestmark = pytest.mark.usefixtures("aws")
OF_THREADS = ("message.received", "enquiry.received", "thread.handed-over")


def of_a_case() -> dict[str, str]:
    claim_id = claim_of()
    return {"claimId": claim_id, "messageId": written(of_case(claim_id))}


def of_an_enquiry() -> dict[str, str]:
    message_id = written(BEFORE_A_CASE)
    return {"enquiryId": inbox().body["items"][0]["enquiryId"], "messageId": message_id}


def kept(aws: dict[str, Any]) -> None:
    """Sends what happened to the clocks, the hand-over before the message: events may come in any order."""
    read = TypeDeserializer().deserialize
    rows = [row for kind in reversed(OF_THREADS) for row in outbox_rows(aws, kind)]
    for row in rows:
        told = {"eventId": row["pk"]["S"], **{name: row[name]["S"] for name in ("type", "at", "payer")}}
        assert comes_again(keep, {**told, "data": read(row["data"])}) == []


def listed(queue: str, role: str) -> list[dict[str, Any]]:
    found = ask(deadlines, event("GET", f"/v1/deadlines?queue={queue}", by=staff(role)))
    items: list[dict[str, Any]] = found.body["items"]
    return items


@pytest.mark.parametrize("of_thread", [of_a_case, of_an_enquiry])
def test_a_hand_over_moves_the_duty_to_its_queue_where_the_thread_is_named(
    aws: dict[str, Any], of_thread: Callable[[], dict[str, str]]
) -> None:
    insured_anna()
    named = of_thread()
    thread_id = named.get("claimId") or named["enquiryId"]
    assert in_inbox(f"{thread_id}/hand-over", {"queue": "refunds", "note": "Til jer"}).status == 200
    kept(aws)
    assert listed("claims", "caseworker") == []
    [row] = listed("refunds", "finance")
    assert {**row, **named} == row
    assert row["queue"] == "refunds"
    kind = "message-reply" if "claimId" in named else "enquiry-reply"
    deadline = Deadline(kind, named["messageId"], named.get("claimId", ""), "tryg")
    DeadlineEngine(now=lambda: clock.now() + timedelta(days=7)).wake(key_of(deadline))
    kinds = ("deadline.missed", "deadline.escalated")
    told = [row["data"]["M"] for kind in kinds for row in outbox_rows(aws, kind)]
    assert [(row["queue"]["S"], {**row, **_stored(named)} == row) for row in told] == [("refunds", True)] * 2


def _stored(named: dict[str, str]) -> dict[str, Any]:
    return {name: {"S": value} for name, value in named.items()}
