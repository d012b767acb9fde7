"""The callers of generated cases: those of a played journey, the demo clinic's system, and nobody."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from local.journey.people import StackAddresses
from tests.journeys.heard import Heard

Credential = Callable[[bytes], Mapping[str, str]]
"""Returns the headers of a caller for a call with this body."""

SIGNED = frozenset({"webhook-id", "webhook-timestamp", "webhook-signature", "helsebro-clinic"})


def clinic(stack: StackAddresses) -> Credential:
    """Returns the demo clinic's system, which signs each call."""

    def headers(body: bytes) -> Mapping[str, str]:
        secret = WebhookSecret.parse(stack.signing_secret)
        signed = signature.sign(f"msg_{secrets.token_hex(8)}", datetime.now(UTC), body, [secret])
        return {**signed, "helsebro-clinic": stack.clinic_id}

    return headers


def bearer(authorization: str) -> Credential:
    """Returns a caller with this token; without one it is anyone."""
    return lambda _: {"authorization": authorization} if authorization else {}


def of_every_kind(stack: StackAddresses, heard: Heard) -> list[Credential]:
    """Returns each caller of the journey once, the clinic's system, and one without a credential."""
    tokens = {sample.authorization for samples in heard.samples.values() for sample in samples}
    return [*(bearer(token) for token in sorted(tokens)), clinic(stack), bearer("")]
