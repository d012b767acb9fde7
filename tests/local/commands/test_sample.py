from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from local.commands.sample import CLINIC, NOBODY, SENDER, as_sent, sample_of
from local.stack.assembly import functions

STACK = {"demoClinic": {"clinicId": "cli_bbbbbbbbbbbbbbbb", "signingSecret": WebhookSecret(b"k" * 32).text}}


@pytest.mark.parametrize("function", sorted(name for name, sender in SENDER.items() if sender == CLINIC))
def test_a_clinics_sample_is_signed_by_the_demo_clinic_under_its_own_name(function: str) -> None:
    text = sample_of(function).read_text("utf-8")
    event = as_sent(function, text, STACK)
    body = (event.get("body") or "").encode()
    secret = WebhookSecret.parse(STACK["demoClinic"]["signingSecret"])
    assert signature.verify(event["headers"], body, [secret], datetime.now(UTC))
    assert event["headers"]["helsebro-clinic"] == "cli_bbbbbbbbbbbbbbbb"


def test_what_is_no_call_of_the_api_is_sent_as_it_is() -> None:
    event = {"Records": [{"body": "{}"}]}
    assert as_sent("validate_invoice", json.dumps(event), STACK) == event


def test_every_sender_is_of_a_function_that_there_is() -> None:
    assert set(SENDER) | NOBODY <= set(functions())
