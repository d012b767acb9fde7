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
from helsebro.coverage.texts.fact_texts import word_of
from helsebro.local_day import zone
from helsebro.payer import Payer
from helsebro.plain_words import plain_words
from helsebro_aws.claims.recorded.wordings import wording_of
from helsebro_aws.papers.printable import printable
from helsebro_aws.papers.printing import printed

HERE = Path(__file__).parent


@dataclass(frozen=True)
class ReceiptedCase:
    """The case of a consent, in words that a reader knows it by: what for, and when it was reported."""

    treatment_type: str
    reported_on: date


@dataclass(frozen=True)
class ConsentPaper:
    """The decision, and the registered names that its receipt shows.

    ``payers`` are who the consent holds at: that of the case, or all that insure the person. ``decided_by``
    is the name of who decided, None where the reader may not know it. ``by_guardian`` says that a parent
    decided, and ``evidence`` that staff recorded it: the receipt then prints the words that were read aloud
    or sent. ``portal_url`` is where a member decides anew.
    """

    kind: ConsentKind
    status: ConsentState
    decided_at: datetime
    person_name: str
    text_version: str = ""
    expires_on: date | None = None
    payers: tuple[Payer, ...] = ()
    case: ReceiptedCase | None = None
    decided_by: str | None = None
    portal_url: str = ""
    clinic_name: str | None = None
    by_guardian: bool = False
    evidence: DecisionEvidence | None = None
    country: str = "DK"

    def render(self, language: str) -> bytes:
        """Returns the receipt as a PDF in ``da``, ``nb`` or ``en``."""
        return printed(HERE / "consent_receipt.typ", "receipt", self._content(language))

    def _content(self, language: str) -> dict[str, Any]:
        words, is_no = _texts()[language], self.status != "given"
        return {
            "lang": language,
            "title": words["title"][self.status],
            "sender": printable(" · ".join(payer.name for payer in self.payers)),
            "lead": words["lead_of_guardian" if self.by_guardian else "lead"][self.status],
            "rows": [(words[label], printable(value)) for label, value in self._rows(language, words)],
            "stops-title": words["stops_title"],
            "stops": words["stops"][self.kind] if is_no else "",
            "text-title": words["told_title"] if self.evidence else words["text_title"][self.status],
            "text": self._text(language, words),
            "rights-title": words["rights_title"],
            "rights": self._rights(words),
            "reach-title": words["reach_title"],
            "reach": self._reach(words),
        }

    def _rights(self, words: Mapping[str, Any]) -> list[str]:
        act, of_guardian = "withdraw" if self.status == "given" else "change", "_of_guardian"
        may = words[f"{act}{of_guardian if self.by_guardian else ''}"]
        kept = [words["year"][self.kind], words["without"][self.kind]] if self.status == "given" else []
        return [may, *kept]

    def _reach(self, words: Mapping[str, Any]) -> list[str]:
        reached = [printable(_reached(payer, words)) for payer in self.payers]
        return [*reached, words["page"].format(url=printable(self.portal_url))]

    def _rows(self, language: str, words: Mapping[str, Any]) -> list[tuple[str, str]]:
        plain, text = plain_words(language), text_of(self.kind, self.text_version)
        local = self.decided_at.astimezone(zone(self.country))
        last = self.expires_on - timedelta(days=1) if self.expires_on else None
        return [
            ("consent", text.title[language]),
            ("person", self.person_name),
            *([("case", self._case_name(self.case, language, words))] if self.case else []),
            *([("clinic", self.clinic_name)] if self.clinic_name else []),
            ("by", self.decided_by or (words["guardian"] if self.by_guardian else self.person_name)),
            *([("how", words[self.evidence.how])] if self.evidence else []),
            ("decided", plain.of_moment(local)),
            *([("last_day", plain.of_day(last))] if last else []),
            ("version", self.evidence.text_version if self.evidence else text.version),
        ]

    def _case_name(self, case: ReceiptedCase, language: str, words: Mapping[str, Any]) -> str:
        treatment = word_of("treatment.type", case.treatment_type, language)
        day = plain_words(language).of_day(case.reported_on)
        named = str(words["case_name"]).format(treatment=treatment, day=day)
        return named[:1].upper() + named[1:]

    def _text(self, language: str, words: Mapping[str, Any]) -> str:
        if self.evidence:
            return wording_of(self.evidence.text_version, language)
        text = text_of(self.kind, self.text_version).text[language]
        return text if self.status == "given" else str(words["quoted"]).format(text=text)


def _reached(payer: Payer, words: Mapping[str, Any]) -> str:
    contact = payer.contact
    call = words["call" if contact.hours else "call_any_time"].format(
        phone=contact.phone, hours=contact.hours
    )
    told = ", ".join(part for part in (call, contact.email, contact.post_to) if part)
    return f"{payer.name}: {told}"


@cache
def _texts() -> Mapping[str, Any]:
    texts: Mapping[str, Any] = json.loads((HERE / "receipt_texts.json").read_text("utf-8"))
    return texts
