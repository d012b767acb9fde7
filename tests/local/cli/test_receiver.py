"""A webhook at ``helsebro listen``: verified, then forwarded as it came."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import UTC, datetime

import httpx
import pytest

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from local.cli import receiver
from local.cli.receiver import ForwardedWebhook, Receiver
from tests.local.cli.loopback import Answered, Loopback

SECRET, OTHER = WebhookSecret(b"e" * 32), WebhookSecret(b"o" * 32)
BODY = b'{"type":"booking.created",  "sequence":7,"data":{"bookingId":"bkg_a"}}'


def delivered(forward: str, signed_by: WebhookSecret = SECRET) -> tuple[int, list[ForwardedWebhook]]:
    """Delivers a webhook as the platform does; returns the receiver's status and what it has shown."""
    shown: list[ForwardedWebhook] = []
    secret: Future[WebhookSecret] = Future()
    secret.set_result(SECRET)
    headers = signature.sign("evt_a", datetime.now(UTC), BODY, [signed_by])
    with receiver.serving(Receiver(secret, forward, shown.append)) as url:
        answer = httpx.post(url, content=BODY, headers={"content-type": "application/json", **headers})
    return answer.status_code, shown


def test_raw_bytes_and_headers_are_forwarded_so_that_the_signature_still_fits(api: Loopback) -> None:
    api.answers["POST /webhooks"] = Answered(202, {})
    status, [shown] = delivered(f"{api.url}/webhooks")
    [asked] = api.asked
    assert signature.verify(asked.headers, asked.body, [SECRET], datetime.now(UTC)).message_id == "evt_a"
    assert (status, shown.status, shown.body["sequence"]) == (202, 202, 7)


@pytest.mark.parametrize("answered", [500, 410])
def test_what_the_local_address_answers_is_what_the_platform_gets(api: Loopback, answered: int) -> None:
    api.answers["POST /webhooks"] = Answered(answered, {})
    assert delivered(f"{api.url}/webhooks")[0] == answered


def test_a_local_address_that_does_not_answer_is_shown() -> None:
    status, [shown] = delivered("http://127.0.0.1:1/webhooks")
    assert status == 502
    assert shown.fault.startswith("http://127.0.0.1:1/webhooks: ")


def test_without_an_address_a_webhook_is_only_shown() -> None:
    status, [shown] = delivered("")
    assert (status, shown.message_id, shown.fault) == (204, "evt_a", "")


def test_a_wrong_signature_is_refused_and_not_forwarded(api: Loopback) -> None:
    status, [shown] = delivered(f"{api.url}/webhooks", OTHER)
    assert (status, shown.fault, api.asked) == (401, "signature-mismatch", [])
