"""Prepares a sample event for the running stack: with a real login, or signed by the demo clinic.

A token expires, so the samples in ``events/incoming`` have none; ``make invoke`` adds one.
"""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from helsebro_aws.platform.clock import real_now
from infra.function_folders import function_folders
from local.demo import login
from local.demo.code_flow import claims_of
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
"""The sender of a function's sample; for other functions it is the member Anna."""
WITHOUT_SENDER = frozenset({"help", "reference", "verify", "authorize"})
SAMPLE_CLINIC = "cli_aaaaaaaaaaaaaaaa"


def sample_of(function: str) -> Path:
    """Returns the path of a function's sample, which may not exist."""
    folder = function_folders().get(function)
    return INCOMING / (folder.parent.name if folder else "") / f"{function}.json"


def as_sent(function: str, text: str, stack: dict[str, Any]) -> dict[str, Any]:
    """Returns the sample's event, with its sender's credential when it is a call of the API."""
    clinic_id = stack["demoClinic"]["clinicId"]
    event: dict[str, Any] = json.loads(text.replace(SAMPLE_CLINIC, clinic_id))
    if function in WITHOUT_SENDER or "http" not in event.get("requestContext", {}):
        return event
    sender = SENDER.get(function, "anna")
    if sender == CLINIC:
        event["requestContext"].pop("authorizer", None)
        event["headers"] = {**event["headers"], **_signed(event, stack["demoClinic"])}
    else:
        event["requestContext"]["authorizer"] = {"lambda": {"claims": json.dumps(_claims(sender, stack))}}
    return event


def _signed(event: dict[str, Any], clinic: dict[str, str]) -> dict[str, str]:
    secret, at = WebhookSecret.parse(clinic["signingSecret"]), real_now()
    message_id = f"msg_{secrets.token_hex(8)}"
    headers = signature.sign(message_id, at, (event.get("body") or "").encode(), [secret])
    return {**headers, "helsebro-clinic": clinic["clinicId"]}


def _claims(user: str, stack: dict[str, Any]) -> dict[str, Any]:
    return dict(claims_of(login.of_demo_user(stack, user)))
