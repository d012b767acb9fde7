"""The releases of Peppol's rules: what a release in May or November changes is data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from helsebro.invoices.finding import Severity


@dataclass(frozen=True)
class PeppolRelease:
    """One release. ``valid_from`` is the first day on which documents are judged by it.

    ``codes`` has the code lists by name, ``warnings`` the rules that do not refuse a document, and ``absent``
    the rules that it does not have yet.
    """

    version: str
    valid_from: date
    codes: Mapping[str, frozenset[str]]
    warnings: frozenset[str]
    absent: frozenset[str]

    def severity_of(self, rule: str) -> Severity:
        """Returns how severe a firing of the rule is."""
        return "warning" if rule in self.warnings else "fatal"


def release_on(day: date) -> PeppolRelease:
    """Returns the release by which a document is judged on that day; before the first, the first."""
    known = releases()
    return next((each for each in reversed(known) if each.valid_from <= day), known[0])


@cache
def releases() -> tuple[PeppolRelease, ...]:
    """Returns every release, the oldest first. A release says only what differs from the one before it."""
    written = json.loads(Path(__file__).with_name("releases.json").read_text("utf-8"))
    found: list[PeppolRelease] = []
    codes: dict[str, frozenset[str]] = {}
    for each in written:
        codes = {**codes, **{name: frozenset(listed.split()) for name, listed in each["codes"].items()}}
        found.append(
            PeppolRelease(
                each["version"],
                date.fromisoformat(each["validFrom"]),
                codes,
                frozenset(each["warnings"]),
                frozenset(each["absent"]),
            )
        )
    return tuple(found)
