"""A stack accepts the samples of ``events/``: those that come in, and the invoice that a clinic sends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from infra.function_folders import function_folders
from local.handlers.sample import as_sent, fitted, sample_of
from local.home import ROOT
from local.journey import sample_case
from local.journey.people import StackAddresses
from local.stack.live_code import STAGE
from local.stack.stack import Stack
from tests.journeys.access import client
from tests.suite import sizes

INVOICE = ROOT / "events" / "outgoing" / "invoice.xml"

SOME = sorted(function_folders())[:: sizes.size(3, 1)]
"""Every third function, and for a release each: most have not run before, and their start takes a second."""


@pytest.fixture(scope="module")
def replaced(running_stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    kept: Path = tmp_path_factory.mktemp("samples") / "case.json"
    return sample_case.of_stack(running_stack.addresses, kept)


@pytest.mark.parametrize("function", SOME)
def test_a_function_accepts_its_sample(function: str, running_stack: Stack, replaced: dict[str, str]) -> None:
    event = as_sent(function, sample_of(function).read_text("utf-8"), running_stack.addresses, replaced)
    payload = json.dumps(event)
    answer = client(running_stack, "lambda").invoke(FunctionName=STAGE.named(function), Payload=payload)
    body: Any = json.load(answer["Payload"])
    assert "FunctionError" not in answer, body
    assert body.get("statusCode", 200) < 400, body
    assert body.get("batchItemFailures", []) == []
    if function == "preflight_invoice":
        checked = json.loads(body["body"])
        assert (checked["status"], checked["findings"]) == ("accepted", [])
    if function == "authorize":
        assert "refused" not in body["context"]


def test_the_invoice_of_a_clinic_is_accepted(running_stack: Stack, replaced: dict[str, str]) -> None:
    stack = StackAddresses.of(running_stack.addresses)
    xml = fitted(INVOICE.read_text("utf-8"), replaced, stack.clock.today())
    checked = stack.clinic_system().send_invoice(xml, preflight=True).body
    assert (checked["status"], checked["findings"]) == ("accepted", [])
