"""A sample as somebody of the running stack would send it: with a real login, or signed by the demo clinic.

The samples in ``events/incoming`` cannot hold a token that is good tomorrow; ``make invoke`` puts one in.
"""

from __future__ import annotations

import json
import secrets
from base64 import urlsafe_b64decode
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from infra.function_folders import function_folders
from local.demo import login
from local.home import ROOT

INCOMING = ROOT / "events" / "incoming"
CLINIC = "the demo clinic"
SENDER = {
    "clinic_events": CLINIC,
    "clinic_feed": CLINIC,
    "clinics": CLINIC,
    "indexes": "tryg-underwriting",
    "invoices": CLINIC,
    "notices": "tryg-underwriting",
    "payers": "tryg-caseworker",
    "payments": "tryg-finance",
    "policies": "tryg-underwriting",
    "preflight_invoice": CLINIC,
    "replays": "tryg-underwriting",
    "tasks": "tryg-caseworker",
    "webhook_endpoints": CLINIC,
}
"""Who sends a function's sample, where it is not the member Anna."""
NOBODY = frozenset({"help", "verify", "authorize"})
SAMPLE_CLINIC = "cli_aaaaaaaaaaaaaaaa"


def sample_of(function: str) -> Path:
    """The file of a function's sample, whether it is there or not."""
    folder = function_folders().get(function)
    return INCOMING / (folder.parent.name if folder else "") / f"{function}.json"


def as_sent(function: str, text: str, stack: dict[str, Any]) -> dict[str, Any]:
    """The sample's event, with its sender's credential when it is a call of the API."""
    clinic_id = stack["demoClinic"]["clinicId"]
    event: dict[str, Any] = json.loads(text.replace(SAMPLE_CLINIC, clinic_id))
    if function in NOBODY or "http" not in event.get("requestContext", {}):
        return event
    sender = SENDER.get(function, "anna")
    if sender == CLINIC:
        event["requestContext"].pop("authorizer", None)
        event["headers"] = {**event["headers"], **_signed(event, stack["demoClinic"])}
    else:
        event["requestContext"]["authorizer"] = {"jwt": {"claims": _claims(sender, stack)}}
    return event


def _signed(event: dict[str, Any], clinic: dict[str, str]) -> dict[str, str]:
    secret, at = WebhookSecret.parse(clinic["signingSecret"]), datetime.now(UTC)
    named = f"msg_{secrets.token_hex(8)}"
    headers = signature.sign(named, at, (event.get("body") or "").encode(), [secret])
    return {**headers, "helsebro-clinic": clinic["clinicId"]}


def _claims(user: str, stack: dict[str, Any]) -> dict[str, Any]:
    payload = login.of_demo_user(stack, user).split(".")[1]
    claims: dict[str, Any] = json.loads(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims
