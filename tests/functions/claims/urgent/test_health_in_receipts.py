"""What an answer tells of health is encrypted in its receipt, and a repeat says it again (promise 21)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.builders.calls import Answered, ask, event, member
from tests.builders.claims import claim_of, report
from tests.builders.decisions import insured_anna
from tests.builders.extensions import extension_body, guaranteed
from tests.builders.messages.threads import BEFORE_A_CASE, in_inbox, of_case, write, written
from tests.builders.policies import ANNA

CRISIS = "Jeg har tænkt på selvmord."
Repeated = Callable[[], Answered]


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def reporting() -> Repeated:
    return lambda: report(key="again", description=CRISIS)


def writing_in_a_case() -> Repeated:
    path = of_case(claim_of())
    return lambda: write(path, CRISIS, key="again")


def writing_before_a_case() -> Repeated:
    return lambda: write(BEFORE_A_CASE, CRISIS, key="again")


def asking_for_more() -> Repeated:
    from functions.guarantees.extensions.handler import handler

    path, body = f"/v1/claims/{guaranteed().claim_id}/extensions", extension_body(reason=CRISIS)
    return lambda: ask(handler, event("POST", path, by=member(ANNA), body=body, key="again"))


def handing_over() -> Repeated:
    claim_id = claim_of()
    written(of_case(claim_id), CRISIS)
    body = {"queue": "refunds", "note": "Se venligst."}
    return lambda: in_inbox(f"{claim_id}/hand-over", body, key="again")


@pytest.mark.parametrize(
    "begun", [reporting, writing_in_a_case, writing_before_a_case, asking_for_more, handing_over]
)
def test_a_repeat_tells_of_health_again_and_no_receipt_does(begun: Callable[[], Repeated], aws: Any) -> None:
    call = begun()
    first, again = call(), call()
    assert first.status < 300, first.body
    told = first.body.get("safety", {}).get("need") or first.body["need"]
    assert told == "crisis"
    assert list(again.body.items()) == list(first.body.items())
    assert again.headers["idempotency-replayed"] == "true"
    kept = str(aws["dynamodb"].scan(TableName="idempotency")["Items"])
    hidden = ["crisis", *(number["number"] for number in first.body.get("safety", {}).get("numbers", []))]
    assert [word for word in hidden if f'"{word}' in kept.replace("\\", "")] == []
