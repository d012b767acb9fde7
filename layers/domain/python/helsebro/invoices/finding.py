"""A finding: one thing that is wrong with an invoice, said so that the clinic can put it right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["fatal", "warning"]


@dataclass(frozen=True)
class Text:
    """One sentence in the three languages of the house."""

    da: str
    nb: str
    en: str

    @classmethod
    def official(cls, english: str) -> Text:
        """A sentence of an official rule, which exists in English only."""
        return cls(english, english, english)

    def filled(self, values: Mapping[str, object]) -> Text:
        """The sentence with its ``{names}`` filled in."""
        return Text(self.da.format(**values), self.nb.format(**values), self.en.format(**values))

    def said_in(self, language: str) -> str:
        """The sentence in ``da``, ``nb`` or ``en``; Danish for any other."""
        return {"nb": self.nb, "en": self.en}.get(language, self.da)


@dataclass(frozen=True)
class Finding:
    """``rule`` is its id (``HB-04``, ``BR-CO-15``), ``location`` an XPath into the invoice.

    The text never quotes free text of the invoice: what a clinic wrote by mistake is not spread further.
    """

    rule: str
    severity: Severity
    location: str
    text: Text

    def as_json(self, language: str) -> dict[str, str]:
        """The shape of the public contract: ``{"rule","severity","location","message"}``."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "location": self.location,
            "message": self.text.said_in(language),
        }


def refuses(findings: tuple[Finding, ...]) -> bool:
    """Whether any of the findings keeps the invoice from being accepted; warnings do not."""
    return any(finding.severity == "fatal" for finding in findings)
