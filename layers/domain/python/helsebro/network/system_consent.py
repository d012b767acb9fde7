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
from helsebro.network.clinic import WITHOUT_SYSTEM, Clinic

FILE = Path(__file__).with_name("system_consent.json")
CURRENT_CONSENT = "2026-01-01"
"""The version that a clinic with a system consents to today."""
CURRENT_WITHOUT_SYSTEM = "2026-01-01-own"
"""The version for a clinic that works in the browser, which has no system to switch on."""

NAMED_BEFORE: Mapping[str, str] = {"2026-12-01": CURRENT_CONSENT, "2026-12-01-own": CURRENT_WITHOUT_SYSTEM}
"""The names under which the first consents were stored, which were those of a day to come."""


def current_version(clinic: Clinic) -> str:
    """Returns the version of the text that the clinic reads and consents to today."""
    return CURRENT_WITHOUT_SYSTEM if clinic.clinic_system == WITHOUT_SYSTEM else CURRENT_CONSENT


def consented_version(clinic: Clinic, read: str | None) -> str:
    """Returns the version that is consented to. Raises ``BadInput`` when another version was read."""
    current = current_version(clinic)
    if read not in (None, current):
        raise BadInput([Fault("/textVersion", "text-version-not-current", "")])
    return current


def text_of(version: str) -> Texts:
    """Returns the text of the version that a clinic consented to."""
    return consent_texts()[NAMED_BEFORE.get(version, version)]


@cache
def consent_texts() -> Mapping[str, Texts]:
    """Returns the text of each version, in ``da``, ``nb`` and ``en``."""
    stored: Mapping[str, Texts] = json.loads(FILE.read_text(encoding="utf-8"))
    return stored
