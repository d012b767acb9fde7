"""System consent (samtykke): a clinic lets its system share data about it, by version of the text (F0-07).

Versions are never changed: a clinic names the version that it consented to.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from helsebro.country_profile import Texts
from helsebro.errors import BadInput, Fault

FILE = Path(__file__).with_name("system_consent.json")
CURRENT_CONSENT = "2026-12-01"
"""The version that a clinic consents to today."""


def consented_version(read: str | None) -> str:
    """Returns the version that is consented to. Raises ``BadInput`` when another version was read."""
    if read not in (None, CURRENT_CONSENT):
        raise BadInput([Fault("/textVersion", "text-version-not-current", CURRENT_CONSENT)])
    return CURRENT_CONSENT


@cache
def consent_texts() -> Mapping[str, Texts]:
    """Returns the text of each version, in ``da``, ``nb`` and ``en``."""
    stored: Mapping[str, Texts] = json.loads(FILE.read_text(encoding="utf-8"))
    return stored
