"""A folder of invoice rules as an operator lays it down: small stylesheets with one rule each."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
JUDGES = frozenset({"preflight_invoice", "validate_invoice"})
"""The functions that are given the folder."""
PLACE = f"/*:Invoice[namespace-uri()='urn:x'][1]/*:AccountingSupplierParty[namespace-uri()='{CAC}'][1]"


def stylesheet(
    said: str = "said", rule: str = "PEPPOL-1", flag: str = "fatal", at: str = PLACE, when: str = "true()"
) -> str:
    """Returns compiled Schematron with one rule, which fires where ``when`` is true."""
    attributes = (f'id="{rule}" ' if rule else "") + (f'flag="{flag}" ' if flag else "")
    return f"""<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
        xmlns:svrl="http://purl.oclc.org/dsdl/svrl" xmlns:cac="{CAC}" xmlns:cbc="{CBC}">
        <xsl:template match="/"><svrl:schematron-output><xsl:if test="{when}">
        <svrl:failed-assert {attributes}location="{at}"><svrl:text>
        {said}</svrl:text></svrl:failed-assert></xsl:if></svrl:schematron-output></xsl:template>
        </xsl:stylesheet>"""


@dataclass
class RuleFolder:
    """A folder that declares each set as it is added."""

    path: Path
    written: list[str] = field(default_factory=list)

    def add(self, name: str, content: str = "", **declared: str) -> RuleFolder:
        """Adds a file, and its declaration with the given parts as TOML; a part of no text is left out."""
        (self.path / name).parent.mkdir(parents=True, exist_ok=True)
        content = content or stylesheet()
        (self.path / name).write_text(content)
        parts = {
            "set": '"peppol"',
            "release": '"3.0.21"',
            "validFrom": "2026-01-01",
            "file": f'"{name}"',
            "sha256": f'"{hashlib.sha256(content.encode()).hexdigest()}"',
            "documents": '["peppol/invoice", "peppol/credit-note"]',
        } | declared
        lines = "\n".join(f"{part} = {value}" for part, value in parts.items() if value)
        self.written.append(f"[[sets]]\n{lines}\n")
        (self.path / "rules.toml").write_text("\n".join(self.written))
        return self


OF_OIOUBL = {
    "set": '"oioubl"',
    "release": '"1.17.2"',
    "documents": '["oioubl/invoice", "oioubl/credit-note"]',
}
"""The declared parts of a set of OIOUBL, for ``add``."""
