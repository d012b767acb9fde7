"""Consent text: what a person reads before giving a consent, by kind and version.

Versions are never changed: a decision names the version that it was made on, and its receipt prints it. A
version is named by its first day, and before that day no one decides on it. A new version does not end the
consents that were given before. In the case of a child under 15 the guardian decides, and reads words about
the child (F4-20).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from helsebro.country_profile import Texts
from helsebro.errors import BadInput, Fault

FILE = Path(__file__).with_name("consent_texts.json")
ConsentKind = Literal["general", "network-contact", "case", "clinic"]
CaseConsentKind = Literal["case", "clinic"]
DecidesFor = Literal["self", "child"]
CONSENT_KINDS: tuple[ConsentKind, ...] = get_args(ConsentKind)


@dataclass(frozen=True)
class ConsentText:
    """A version of the text of a kind, with its days: from the first, until the last if it was replaced.

    ``decides_for`` says whose consent it words: the reader's own, or that of a child under 15.
    """

    kind: ConsentKind
    decides_for: DecidesFor
    version: str
    valid_from: date
    valid_until: date | None
    title: Texts
    text: Texts

    def is_valid_on(self, day: date) -> bool:
        """Whether a consent that is given on that day is given to this version."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@cache
def consent_texts() -> tuple[ConsentText, ...]:
    """Returns every version of every kind, the oldest first."""
    return tuple(
        ConsentText(
            kind,
            row["decidesFor"],
            row["version"],
            date.fromisoformat(row["validFrom"]),
            date.fromisoformat(row["validUntil"]) if row["validUntil"] else None,
            row["title"],
            row["text"],
        )
        for kind, rows in json.loads(FILE.read_text(encoding="utf-8")).items()
        for row in rows
    )


def current_text(kind: ConsentKind, day: date, decides_for: DecidesFor = "self") -> ConsentText:
    """Returns the version that a consent of this kind is given to on a local day."""
    return chosen([text for text in consent_texts() if text.kind == kind], day, decides_for)


def chosen(versions: Sequence[ConsentText], day: date, decides_for: DecidesFor = "self") -> ConsentText:
    """Returns the newest of the versions of a kind that is valid on a local day.

    Where no words about a child are valid yet, a guardian decides on those of a person. After the last day of
    all of them the newest one counts, and never one of a day to come; before there was any, the first.
    """
    begun = sorted(
        (text for text in versions if text.valid_from <= day), key=lambda text: text.valid_from, reverse=True
    )
    valid = [text for text in begun if text.is_valid_on(day)]
    asked = [text for text in valid if text.decides_for == decides_for]
    return next(iter((*asked, *valid, *begun, *versions)))


def text_of(kind: ConsentKind, version: str) -> ConsentText:
    """Returns the version of a kind; the first one for a decision from before versions were stored."""
    versions = [text for text in consent_texts() if text.kind == kind]
    return next((text for text in versions if text.version == version), versions[0])


def decided_version(kind: ConsentKind, read: str | None, day: date, decides_for: DecidesFor = "self") -> str:
    """Returns the version that is decided on. Raises ``BadInput`` when another version was read."""
    current = current_text(kind, day, decides_for).version
    if read not in (None, current):
        raise BadInput([Fault("/textVersion", "consent-text-not-current", "")])
    return current
