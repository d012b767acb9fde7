"""Calendar fault: why a practitioner's own calendar could not be read, and what the clinic does about it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from helsebro.country_profile import Texts

FILE = Path(__file__).with_name("calendar_fault.json")
CalendarFault = Literal[
    "address-refused",
    "certificate",
    "unreachable",
    "no-answer",
    "refused",
    "not-found",
    "redirect",
    "server-fault",
    "too-large",
    "not-a-calendar",
    "not-understood",
    "too-many-events",
]
"""Why a calendar could not be read."""


@cache
def fault_texts() -> Mapping[CalendarFault, Texts]:
    """Returns what each fault means and what to do, in ``da``, ``nb`` and ``en``."""
    stored: Mapping[CalendarFault, Texts] = json.loads(FILE.read_text(encoding="utf-8"))
    return stored
