"""Declaration of truth (tro og love): what an applicant declares with the form, by version (F0-04).

Versions are never changed: an application names the version that was declared.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from helsebro.country_profile import Texts

FILE = Path(__file__).with_name("declaration.json")
CURRENT = "2026-11"
"""The version that an application declares today."""


@cache
def declarations() -> Mapping[str, Texts]:
    """Returns the text of each version, in ``da``, ``nb`` and ``en``."""
    stored: Mapping[str, Texts] = json.loads(FILE.read_text(encoding="utf-8"))
    return stored
