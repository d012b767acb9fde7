from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from local.commands.sample import CLINIC, SENDER, WITHOUT_SENDER, as_sent, sample_of
from local.stack.assembly import functions

STACK = {"demoClinic": {"clinicId": "cli_bbbbbbbbbbbbbbbb", "signingSecret": WebhookSecret(b"k" * 32).text}}


@pytest.mark.parametrize("function", sorted(name for name, sender in SENDER.items() if sender == CLINIC))
def test_a_clinics_sample_is_signed_by_the_demo_clinic(function: str) -> None:
    text = sample_of(function).read_text("utf-8")
    event = as_sent(function, text, STACK)
    body = (event.get("body") or "").encode()
    secret = WebhookSecret.parse(STACK["demoClinic"]["signingSecret"])
    assert signature.verify(event["headers"], body, [secret], datetime.now(UTC))
    assert event["headers"]["helsebro-clinic"] == "cli_bbbbbbbbbbbbbbbb"


def test_a_sample_that_is_no_call_of_the_api_is_not_changed() -> None:
    event = {"Records": [{"body": "{}"}]}
    assert as_sent("validate_invoice", json.dumps(event), STACK) == event


def test_every_function_with_a_sender_exists() -> None:
    assert set(SENDER) | WITHOUT_SENDER <= set(functions())
