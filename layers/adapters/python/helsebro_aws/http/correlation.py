"""Correlation ids: one on every answer and log line; a caller's own is kept when it is harmless."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

HARMLESS = re.compile(r"[A-Za-z0-9._-]{8,64}")
# Ten digits may be somebody's CPR number: such an id is not passed on.
NUMBER_OF_A_PERSON = re.compile(r"\d{6}-?\d{4,5}")


def of(event: Mapping[str, Any]) -> str:
    """The request's correlation id."""
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    given = str(headers.get("x-correlation-id") or "")
    if HARMLESS.fullmatch(given) and not NUMBER_OF_A_PERSON.search(given):
        return given
    return str((event.get("requestContext") or {}).get("requestId") or "none")
