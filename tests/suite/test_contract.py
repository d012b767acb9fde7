"""The contract judges the answers of the functions' own handlers, as tests import them."""

from __future__ import annotations

import json

import pytest
from functions.policies.payers.handler import handler

from tests.builders.calls import ask, event, staff
from tests.suite import contract

JSON = {"content-type": "application/json"}


@pytest.mark.usefixtures("aws")
def test_a_handler_that_a_test_imports_is_judged() -> None:
    assert contract.is_of_a_function(handler)
    assert ask(handler, event("GET", "/v1/payers/none", by=staff("platform", payer=None))).status == 404


@pytest.mark.parametrize(
    "status, text",
    [
        (200, json.dumps({"contact": {}, "safety": {}, "unheardOf": 1})),
        (418, "{}"),
        (404, json.dumps({"code": "no-such-code"})),
    ],
)
def test_control_an_answer_that_the_document_does_not_describe_is_refused(status: int, text: str) -> None:
    with pytest.raises(AssertionError, match="does not describe"):
        contract.must_describe(event("GET", "/v1/help"), status, JSON, text)
