"""The official rules that apply to a document, chosen by the format it names and the day of the judgement.

A package ships the schema and the European standard. No package ships Peppol's and OIOUBL's own rules: an
operator may lay them down in the folder that ``HELSEBRO_RULES_DIR`` names (``declared_rules``). A declared
set decides. Without one for the day, our own table of Peppol's rules judges, and OIOUBL is not received.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

from helsebro.invoices.declared_rules import declared_rules
from helsebro.invoices.finding import InvoiceFinding
from helsebro.invoices.rule_set import JudgedBy, RuleSet
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.formats import Format, format_of
from helsebro_aws.invoices.einvoice.guarded import guarded
from helsebro_aws.invoices.einvoice.leaf import too_long
from helsebro_aws.invoices.einvoice.official import schema, schematron
from helsebro_aws.invoices.einvoice.official.not_received import not_received
from helsebro_aws.invoices.einvoice.official.schema import schema_findings
from helsebro_aws.invoices.einvoice.official.schematron import SaxonSource
from helsebro_aws.invoices.einvoice.official.shipped import EN_16931, EN_16931_RELEASE, SCHEMA_RELEASE
from helsebro_aws.invoices.einvoice.peppol.judgement import peppol_findings
from helsebro_aws.invoices.einvoice.peppol.release import release_on
from helsebro_aws.platform.log import done

FOLDER = "HELSEBRO_RULES_DIR"
ON_FIRST_USE = "oioubl"
"""Its stylesheets take two seconds and 100 MB, and few clinics send such invoices."""


@dataclass(frozen=True)
class OfficialJudgement:
    """The findings, warnings too, and the sets that made them."""

    findings: tuple[InvoiceFinding, ...]
    judged_by: tuple[JudgedBy, ...]


@dataclass(frozen=True)
class OfficialRules:
    """The rules of a deployment: what is shipped, and the sets declared in its folder, if it has one."""

    folder: Path = Path()
    declared: tuple[RuleSet, ...] = ()

    def load(self) -> None:
        """Compiles all rules but those of OIOUBL. Raises ``RulesNotUsable``."""
        schema.load()
        early = (each for each in self.declared if each.name != ON_FIRST_USE)
        schematron.load([EN_16931, *(self.folder / each.file for each in early)])

    def judgement(self, document: UblDocument, on: date) -> OfficialJudgement:
        """Returns what the rules in force on that day say of the document. Raises ``RulesNotUsable``."""
        findings = [*too_long(document), *guarded("schema", lambda: schema_findings(document))]
        known = format_of(document)
        if known is None or not self._can_judge(known, document, on):
            takes_oioubl = any(each.is_for(ON_FIRST_USE, document.kind, on) for each in self.declared)
            refusal = not_received(document, takes_oioubl=takes_oioubl)
            return OfficialJudgement((*findings, refusal), (SCHEMA_RELEASE,))
        source, judged_by = SaxonSource(document), [SCHEMA_RELEASE]
        for name in known.rule_sets:
            found, by = self._layer(name, known, source, on)
            findings += found
            judged_by += by
        return OfficialJudgement(tuple(findings), tuple(dict.fromkeys(judged_by)))

    def _layer(
        self, name: str, known: Format, source: SaxonSource, on: date
    ) -> tuple[list[InvoiceFinding], list[JudgedBy]]:
        """Returns what one rule set finds: the declared one, else the shipped one or our table."""
        document = source.document
        declared = self._in_force(name, known, document, on)
        if not declared and name == "peppol":
            ours = guarded(name, lambda: peppol_findings(document, on))
            return ours, [JudgedBy(name, release_on(on).version, "own")]
        files = {self.folder / each.file: each.as_judge for each in declared} or {EN_16931: EN_16931_RELEASE}
        found = [each for path in files for each in guarded(name, partial(source.findings, path))]
        if name == "peppol":
            _compare(found, guarded(name, lambda: peppol_findings(document, on)))
        return found, list(files.values())

    def _in_force(self, name: str, known: Format, document: UblDocument, on: date) -> list[RuleSet]:
        of_name = (each for each in self.declared if each.name == name)
        return [each for each in of_name if each.is_for(known.family, document.kind, on)]

    def _can_judge(self, known: Format, document: UblDocument, on: date) -> bool:
        """Returns whether each of its rule sets is declared, shipped or ours."""
        return known.family == "peppol" or bool(self._in_force(known.family, known, document, on))


def laid_down(environment: Mapping[str, str] = os.environ) -> OfficialRules:
    """Returns the rules of this deployment. Raises ``RulesNotUsable``: a wrong folder is never no rules."""
    named = environment.get(FOLDER)
    return _of_folder(Path(named)) if named else OfficialRules()


@cache
def _of_folder(folder: Path) -> OfficialRules:
    return OfficialRules(folder, declared_rules(folder))


def _compare(official: list[InvoiceFinding], ours: list[InvoiceFinding]) -> None:
    """Logs the rules about which a published set, which decides, and our table disagree."""
    theirs, own = ({each.rule for each in findings} for findings in (official, ours))
    if theirs != own:
        done("invoice.rules-disagree", onlyOfficial=sorted(theirs - own), onlyOurs=sorted(own - theirs))
