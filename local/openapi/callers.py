"""The credentials of the document, and which of them a route takes."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from helsebro.caller import CLINIC_SYSTEM, CLINIC_USER, EMPLOYER, MEMBER, STAFF

OF_USERS = CLINIC_USER.value
OF_MEMBERS = {MEMBER.value, EMPLOYER.value, OF_USERS}
OF_STAFF = {right.value for right in STAFF}
OF_CLINICS = CLINIC_SYSTEM.value

SIGNED: dict[str, tuple[str, str]] = {
    "clinic": ("helsebro-clinic", "The clinic's id."),
    "webhookId": ("webhook-id", "The message's id. Each is accepted once."),
    "webhookTimestamp": ("webhook-timestamp", "Seconds since 1970, at most 5 minutes from our clock."),
    "webhookSignature": (
        "webhook-signature",
        "`v1,` and the HMAC-SHA256 of `{id}.{timestamp}.{body}` in base64, by the clinic's secret. "
        "The body is the raw body, empty for a GET.",
    ),
}
"""Scheme → header and its text: the four headers of a clinic's system (Standard Webhooks)."""

SCHEMES: dict[str, dict[str, Any]] = {
    "member": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "The ID token of a login with MitID or BankID, at level substantial or high. "
        "Who acts for a clinic names it in the header `helsebro-clinic`, unless the path names it or the "
        "person has one clinic and only clinics may call.",
    },
    "staff": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "The ID token of a login at the staff directory, with the roles of the person.",
    },
    **{
        scheme: {"type": "apiKey", "in": "header", "name": header, "description": text}
        for scheme, (header, text) in SIGNED.items()
    },
}


def credentials(allows: Collection[str]) -> list[dict[str, list[str]]]:
    """Returns the credentials that a route takes, any one of them; none for a public route."""
    taken: list[dict[str, list[str]]] = [{"member": []}] if OF_MEMBERS & {*allows} else []
    taken += [{"staff": []}] if OF_STAFF & {*allows} else []
    taken += [{scheme: [] for scheme in SIGNED}] if OF_CLINICS in allows else []
    return taken
