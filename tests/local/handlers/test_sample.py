from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from local.handlers.sample import CLINIC, SENDER, WITHOUT_SENDER, as_sent, fitted, sample_of
from local.journey import sample_case
from local.stack.assembly import functions

DEMO = {
    "demoClinic": {
        "clinicId": "cli_bbbbbbbbbbbbbbbb",
        "practitionerId": "prc_bbbbbbbbbbbbbbbb",
        "signingSecret": WebhookSecret(b"k" * 32).text,
    }
}


@pytest.fixture
def stack(tmp_path: Path) -> dict[str, Any]:
    """The addresses of a stack whose clock shows the real time."""
    clock = tmp_path / "clock"
    clock.write_text("0", "ascii")
    return {**DEMO, "clockFile": str(clock)}


@pytest.mark.parametrize("function", sorted(name for name, sender in SENDER.items() if sender == CLINIC))
def test_a_clinics_sample_is_signed_by_the_demo_clinic(function: str, stack: dict[str, Any]) -> None:
    text = sample_of(function).read_text("utf-8")
    event = as_sent(function, text, stack, {sample_case.CLINIC: stack["demoClinic"]["clinicId"]})
    body = (event.get("body") or "").encode()
    secret = WebhookSecret.parse(stack["demoClinic"]["signingSecret"])
    assert signature.verify(event["headers"], body, [secret], datetime.now(UTC))
    assert event["headers"]["helsebro-clinic"] == "cli_bbbbbbbbbbbbbbbb"


def test_a_sample_that_is_no_call_of_the_api_is_not_changed(stack: dict[str, Any]) -> None:
    event = {"Records": [{"body": "{}"}]}
    assert as_sent("validate_invoice", json.dumps(event), stack) == event


def test_the_days_of_a_sample_move_with_today() -> None:
    text = "on 2026-11-21, at 2026-11-21T10:15:00Z, until 2027-05-21, number 2026-1001"
    moved = "on 2028-02-28, at 2028-02-28T10:15:00Z, until 2028-08-27, number 2026-1001"
    assert fitted(text, {}, date(2028, 2, 29)) == moved


def test_a_text_that_is_replaced_is_replaced_once_and_the_longest_first() -> None:
    replaced = {"bkg_a": "bkg_b", "bkg_b": "bkg_c", "bkg_ab": "bkg_d", "2026-11-03": "2026-12-24"}
    assert fitted("bkg_a bkg_ab 2026-11-03", replaced, date(2026, 11, 22)) == "bkg_b bkg_d 2026-12-24"


def test_each_call_with_a_sample_is_new_and_no_replay_of_the_last(stack: dict[str, Any]) -> None:
    text = '{"headers":{"idempotency-key":"k"},"requestContext":{},"body":"P-SAMPLE"}'
    sent = [as_sent("policies", text, stack, {}) for _ in range(2)]
    assert len({event["headers"]["idempotency-key"] for event in sent}) == 2
    assert len({event["body"] for event in sent}) == 2


def test_every_function_with_a_sender_exists() -> None:
    assert set(SENDER) | WITHOUT_SENDER <= set(functions())
