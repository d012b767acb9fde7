"""Generated calls of every operation by every kind of caller: each answer is one of the document's."""

from __future__ import annotations

import random
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from schemathesis import Case

from local.journey.people import StackAddresses
from local.journey.steps import Journey
from local.openapi.contract import Contract, path_of
from local.openapi.document import COMMITTED
from local.stack.stack import Stack
from tests.journeys.heard import Heard
from tests.journeys.whole_contract import callers
from tests.journeys.whole_contract.generated import caller_of, prepared
from tests.journeys.whole_contract.remaining import Remaining
from tests.suite import sizes

CASES = sizes.size(6, 300, "HELSEBRO_CASES")
"""Cases of each operation: more than 400 in every run, more than 20,000 for a release."""
API = schemathesis.openapi.from_path(str(COMMITTED))
OPERATIONS = sorted(Contract.of_file(COMMITTED).operations)[:: sizes.size(3, 1)]
"""Every third operation, and for a release each; the journey before them calls all."""


@pytest.fixture(scope="module")
def everyone(running_stack: Stack, heard: Heard, journey: Journey) -> list[callers.Credential]:
    assert journey.steps
    return callers.of_every_kind(StackAddresses.of(running_stack.addresses), heard)


def test_every_operation_answers_with_success(running_stack: Stack, heard: Heard, journey: Journey) -> None:
    assert journey.steps
    stack, mailbox_url = StackAddresses.of(running_stack.addresses), running_stack.addresses["mailboxUrl"]
    answers = Remaining(stack, heard, mailbox_url).play()
    faults = [fault for answer in answers for fault in heard.faults_over_http(answer)]
    assert faults == []
    assert sorted(heard.operations - heard.reached) == []


@pytest.mark.parametrize("named", OPERATIONS)
def test_an_answer_to_a_generated_call_is_in_the_document(
    named: str, running_stack: Stack, heard: Heard, everyone: list[callers.Credential]
) -> None:
    method, path = named.split(" ")
    operation = API[path][method]
    base_url = StackAddresses.of(running_stack.addresses).api_url

    @settings(
        max_examples=CASES,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @given(case=operation.as_strategy(), seed=some.integers(0, 2**32))
    def answers_as_described(case: Case[Any], seed: int) -> None:
        chance = random.Random(seed)
        caller = caller_of(named, heard, everyone, chance)
        call = prepared(case, caller, heard, base_url, chance)
        with requests.Session() as session:
            answer = session.send(call, timeout=60, allow_redirects=False)
        called = path_of(str(call.path_url).partition("?")[0])
        faults = heard.faults(method, called, answer.status_code, dict(answer.headers), answer.text)
        shown = f"{call.method} {call.url} {str(call.body)[:500]}: {answer.status_code} {answer.text[:500]}"
        assert answer.status_code < 500, shown
        assert faults == [], shown

    answers_as_described()
