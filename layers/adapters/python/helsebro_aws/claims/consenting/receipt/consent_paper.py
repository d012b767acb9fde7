"""The receipt of a decision on a consent: its texts in one language, set by typst as a tagged PDF."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from helsebro.claims.consenting.consent_state import ConsentState
from helsebro.claims.consenting.consent_text import ConsentKind, text_of
from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.ids import ClaimId
from helsebro.local_day import zone
from helsebro.plain_words import plain_words
from helsebro_aws.claims.recorded.wordings import wording_of
from helsebro_aws.papers.printable import printable
from helsebro_aws.papers.printing import printed

HERE = Path(__file__).parent
PLATFORM = "Helsebro"
"""The sender of what belongs to no case: it holds at all of the person's insurers."""


@dataclass(frozen=True)
class ConsentPaper:
    """The decision, and the registered names that its receipt shows.

    ``payer_name`` is empty for what belongs to no case. ``by_guardian`` says that a parent decided, and
    ``evidence`` that staff recorded it: the receipt then prints the words that were read aloud or sent.
    """

    kind: ConsentKind
    status: ConsentState
    decided_at: datetime
    person_name: str
    text_version: str = ""
    expires_on: date | None = None
    payer_name: str = ""
    claim_id: ClaimId | None = None
    clinic_name: str | None = None
    by_guardian: bool = False
    evidence: DecisionEvidence | None = None
    country: str = "DK"

    def render(self, language: str) -> bytes:
        """Returns the receipt as a PDF in ``da``, ``nb`` or ``en``."""
        return printed(HERE / "consent_receipt.typ", "receipt", self._content(language))

    def _content(self, language: str) -> dict[str, Any]:
        words = _texts()[language]
        return {
            "lang": language,
            "title": words["title"],
            "sender": printable(self.payer_name or PLATFORM),
            "lead": words["lead_of_guardian" if self.by_guardian else "lead"][self.status],
            "rows": [(words[label], printable(value)) for label, value in self._rows(language, words)],
            "text-title": words["text_title"],
            "text": self._text(language),
            "rights-title": words["rights_title"],
            "rights": words["rights"],
        }

    def _rows(self, language: str, words: Mapping[str, Any]) -> list[tuple[str, str]]:
        plain, text = plain_words(language), text_of(self.kind, self.text_version)
        local = self.decided_at.astimezone(zone(self.country))
        last = self.expires_on - timedelta(days=1) if self.expires_on else None
        return [
            ("consent", text.title[language]),
            ("person", self.person_name),
            *([("case", str(self.claim_id))] if self.claim_id else []),
            *([("clinic", self.clinic_name)] if self.clinic_name else []),
            ("by", words["guardian" if self.by_guardian else "self"]),
            *([("how", words[self.evidence.how])] if self.evidence else []),
            ("decided", plain.of_moment(local)),
            *([("last_day", plain.of_day(last))] if last else []),
            ("version", self.evidence.text_version if self.evidence else text.version),
        ]

    def _text(self, language: str) -> str:
        if self.evidence:
            return wording_of(self.evidence.text_version, language)
        return text_of(self.kind, self.text_version).text[language]


@cache
def _texts() -> Mapping[str, Any]:
    texts: Mapping[str, Any] = json.loads((HERE / "receipt_texts.json").read_text("utf-8"))
    return texts
