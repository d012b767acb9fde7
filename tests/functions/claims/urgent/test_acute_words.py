"""Acute words say whom to call wherever a member writes: why more is needed, and answers to finance."""

from __future__ import annotations

import pytest

from tests.builders.calls import staff
from tests.builders.claims import state_facts
from tests.builders.decisions import (
    claim_in_review,
    decide,
    insured_anna,
    read_refund,
    refund_of,
    refund_task_of,
)
from tests.builders.extensions import ask_extension, extension_body, guaranteed, read_extensions

pytestmark = pytest.mark.usefixtures("aws")
CRISIS = "Jeg har tænkt på selvmord."


def test_the_reason_of_an_extension_says_whom_to_call_when_it_is_sent_and_listed() -> None:
    insured_anna()
    claim_id = guaranteed().claim_id
    plain = ask_extension(claim_id)
    acute = ask_extension(claim_id, extension_body(reason=CRISIS))
    assert (plain.status, acute.status) == (202, 202), acute.body
    assert "safety" not in plain.body
    rows = read_extensions(claim_id).body["items"]
    assert [row.get("safety") for row in rows] == [None, acute.body["safety"]]
    assert acute.body["safety"]["need"] == "crisis"


def test_an_answer_about_a_refund_says_whom_to_call_at_once_and_on_the_refund() -> None:
    insured_anna()
    claim_id = claim_in_review()
    refund_id = refund_of(claim_id)
    question = {"decision": "clarify", "question": "Hvem behandlede?"}
    assert decide(refund_task_of(refund_id), question, by=staff("finance")).status == 200
    answered = state_facts(claim_id, answer={"text": CRISIS})
    assert answered.body["safety"]["need"] == "crisis"
    assert read_refund(refund_id).body["safety"] == answered.body["safety"]
