"""Prepares a sample event for the running stack: with a real login, or signed by the demo clinic.

A token expires, so the samples in ``events/incoming`` have none; ``make invoke`` adds one.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from helsebro_aws.platform.clock import real_now
from infra.account.command import CommandFault
from infra.function_folders import function_folders
from local.clock.stack_clock import StackClock
from local.demo import login
from local.demo.code_flow import claims_of
from local.home import HOME, ROOT
from local.journey import sample_case

INCOMING = ROOT / "events" / "incoming"
CLINIC = "the demo clinic"
SENDER = {
    "calendar_subscriptions": CLINIC,
    "canned_answers": "tryg-caseworker",
    "clinic_events": CLINIC,
    "clinic_feed": CLINIC,
    "clinic_guarantees": CLINIC,
    "clinic_practitioners": CLINIC,
    "clinic_settings": "karen",
    "clinics": CLINIC,
    "bank_reports": "tryg-finance",
    "contracts": CLINIC,
    "deadlines": "tryg-caseworker",
    "inbox": "tryg-caseworker",
    "indexes": "tryg-underwriting",
    "invoices": CLINIC,
    "ledger": "tryg-finance",
    "letters": "tryg-caseworker",
    "matches": "tryg-caseworker",
    "notices": "tryg-underwriting",
    "notifications": "tryg-caseworker",
    "payees": "karen",
    "payers": "tryg-caseworker",
    "payment_files": "tryg-finance",
    "payments": "tryg-finance",
    "people": "tryg-caseworker",
    "policies": "tryg-underwriting",
    "practitioner_feeds": CLINIC,
    "practitioner_logins": "karen",
    "preflight_invoice": CLINIC,
    "reconciliations": "tryg-finance",
    "replays": "tryg-underwriting",
    "service_levels": "tryg-caseworker",
    "second_looks": "tryg-caseworker",
    "decision_figures": "tryg-caseworker",
    "tariffs": "tryg-underwriting",
    "tasks": "tryg-caseworker",
    "webhook_endpoints": CLINIC,
}
"""The sender of a function's sample; for other functions it is the member Anna."""
WITHOUT_SENDER = frozenset({"help", "reference", "verify", "authorize", "unsubscribe", "applications"})
WRITTEN_FOR = date(2026, 11, 22)
"""The day after the events of the samples. Every day in them moves with it, so that none grows old."""
NEXT_YEAR, NEW_POLICY = "/v1/indexes/2027", "P-SAMPLE"
DAY = r"20\d\d-[01]\d-[0-3]\d(?!\d)"
KEPT = HOME / "sample_case.json"


class NoSuchFunction(CommandFault):
    """There is no function of this name; the text names those that there are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        near = dict.fromkeys([*get_close_matches(name, known), *(each for each in known if name in each)])
        if not name:
            text = "Say which function: FUNCTION=claims, or another of:\n  " + "\n  ".join(known)
        elif near:
            text = f"There is no such function: {name}. Near it: {', '.join(near)}."
        else:
            text = f"There is no such function: {name}. There are:\n  " + "\n  ".join(known)
        super().__init__(text)


def sample_of(function: str) -> Path:
    """Returns the path of a function's sample. Raises ``NoSuchFunction``, or ``CommandFault`` without one."""
    folders = function_folders()
    if function not in folders:
        raise NoSuchFunction(function, list(folders))
    path = INCOMING / folders[function].parent.name / f"{function}.json"
    if not path.exists():
        raise CommandFault(f"{function} has no sample: write {path.relative_to(ROOT)}.")
    return path


def fitted(text: str, replaced: Mapping[str, str], today: date) -> str:
    """Returns a sample's text with these texts replaced, and with its days moved to this day."""
    fixed = {**replaced, NEXT_YEAR: f"/v1/indexes/{today.year + 1}", NEW_POLICY: f"P-{secrets.token_hex(4)}"}
    longest_first = sorted(map(re.escape, fixed), key=len, reverse=True)
    moved = today - WRITTEN_FOR

    def fit(found: re.Match[str]) -> str:
        return fixed.get(found[0]) or str(date.fromisoformat(found[0]) + moved)

    return re.sub("|".join([*longest_first, DAY]), fit, text)


def case_of(stack: dict[str, Any], text: str, kept: Path = KEPT) -> dict[str, str]:
    """Returns what stands in place of the sample's fixed texts; plays the case only when it speaks of it."""
    if any(placeholder in text for placeholder in sample_case.PLACEHOLDERS):
        return sample_case.of_stack(stack, kept)
    demo = stack["demoClinic"]
    return {sample_case.CLINIC: demo["clinicId"], sample_case.PRACTITIONER: demo["practitionerId"]}


def as_sent(
    function: str, text: str, stack: dict[str, Any], replaced: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Returns the sample's event, with its sender's credential when it is a call of the API."""
    replaced = case_of(stack, text) if replaced is None else replaced
    event: dict[str, Any] = json.loads(fitted(text, replaced, StackClock.of(stack).today()))
    if "idempotency-key" in event.get("headers", {}):
        # With the key of an earlier call the answer would be a replay, and the handler's code would not run.
        event["headers"]["idempotency-key"] += f"-{secrets.token_hex(8)}"
    if function == "authorize":
        event["headers"]["authorization"] = f"Bearer {login.of_demo_user(stack, 'anna')}"
    if function in WITHOUT_SENDER or "http" not in event.get("requestContext", {}):
        return event
    sender = SENDER.get(function, "anna")
    if sender == CLINIC:
        event["requestContext"].pop("authorizer", None)
        event["headers"] = {**event["headers"], **_signed(event, stack["demoClinic"])}
    else:
        event["requestContext"]["authorizer"] = {
            "lambda": {"claims": json.dumps(claims_of(login.of_demo_user(stack, sender)))}
        }
    return event


def _signed(event: dict[str, Any], clinic: dict[str, str]) -> dict[str, str]:
    secret, at = WebhookSecret.parse(clinic["signingSecret"]), real_now()
    message_id = f"msg_{secrets.token_hex(8)}"
    headers = signature.sign(message_id, at, (event.get("body") or "").encode(), [secret])
    return {**headers, "helsebro-clinic": clinic["clinicId"]}
