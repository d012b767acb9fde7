"""Correlation ids: one on every answer and log line; the caller's own is used when it is harmless."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

HARMLESS = re.compile(r"[A-Za-z0-9._-]{8,64}")
# Ten digits may be a CPR number: such an id is not used.
NUMBER_OF_A_PERSON = re.compile(r"\d{6}-?\d{4,5}")


def of(event: Mapping[str, Any]) -> str:
    """Returns the request's correlation id."""
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    sent = str(headers.get("x-correlation-id") or "")
    if HARMLESS.fullmatch(sent) and not NUMBER_OF_A_PERSON.search(sent):
        return sent
    context = event.get("requestContext") or {}
    verdict = (context.get("authorizer") or {}).get("lambda") or {}
    # The authorizer's own: the embedded stack gives its call of the authorizer another request id.
    return str(verdict.get("correlationId") or context.get("requestId") or "none")
