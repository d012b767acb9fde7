"""Official business rules: Schematron, compiled to XSLT and run by Saxon.

Each process compiles the stylesheets once. Saxon gets the root that lxml parsed, serialised once for all
stylesheets, and never the body, because its own parser reads external entities from disk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from helsebro.invoices.declared_rules import RulesNotUsable
from helsebro.invoices.finding import InvoiceFinding, Severity, Text
from helsebro.invoices.quotable import quotable
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.leaf import value
from helsebro_aws.invoices.einvoice.official.locations import Locations
from helsebro_aws.invoices.einvoice.official.wording import wording_of

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
FIRED = ("failed-assert", "successful-report")
PASSED = ("active-pattern", "fired-rule")
FOUND = tuple(f"{SVRL}{name}" for name in FIRED)
DANISH_ID = re.compile(r"\[([FW]-[A-Z]+\d+)\]")
UNDECIDED = InvoiceFinding(
    "UBL-VALUE",
    "fatal",
    "/",
    Text(
        "De officielle regler kunne ikke kontrolleres, fordi en dato, et tal eller et beløb ikke kan læses.",
        "De offisielle reglene kunne ikke kontrolleres fordi en dato, et tall eller et beløp ikke kan leses.",
        "The official rules could not be checked because a date, number or amount cannot be read.",
    ),
)


class SaxonSource:
    """One document for any number of stylesheets: handed to Saxon once."""

    def __init__(self, document: UblDocument) -> None:
        self.document, self.locations = document, Locations(document)
        self._source: Any = None

    def findings(self, rules: Path) -> Iterator[InvoiceFinding]:
        """Yields the findings of one compiled Schematron. Raises ``RulesNotUsable`` for a broken one."""
        from lxml import etree
        from saxonche import PySaxonApiError

        stylesheet = _compiled(rules)
        try:
            if self._source is None:
                self._source = _saxon().parse_xml(xml_text=self.document.text)
            report = stylesheet.transform_to_string(xdm_node=self._source)
        except PySaxonApiError:
            # A rule read a value of the wrong type. Saxon's error text quotes the value, so it is dropped.
            yield UNDECIDED
            return
        if not any(name in report for name in FIRED):
            return
        for entry in etree.fromstring(report.encode()).iter(*FOUND):
            yield self._finding(entry, rules)

    def _finding(self, entry: Any, rules: Path) -> InvoiceFinding:
        said = "".join(entry.find(f"{SVRL}text").itertext())
        danish = DANISH_ID.search(said)
        rule = danish[1] if danish else entry.get("id") or "OFFICIAL"
        element = self.locations.element(entry.get("location", "/"))
        text, place = wording_of(rules).text(rule, said), self.document.place_of(element)
        found = quotable(value(element)) if len(element) == 0 else None
        return InvoiceFinding(rule, _severity(entry, rule), place, text, found)


def load(rules: Iterable[Path]) -> None:
    """Compiles these rules. Raises ``RulesNotUsable``."""
    for path in rules:
        _compiled(path)


def _severity(entry: Any, rule: str) -> Severity:
    # OIOUBL has no flag: the first letter of the rule is the severity.
    return "warning" if entry.get("flag") == "warning" or rule.startswith("W-") else "fatal"


@cache
def _saxon() -> Any:
    from saxonche import PySaxonProcessor

    return PySaxonProcessor(license=False)


def _without_passes(rules: Path) -> str:
    """Returns a stylesheet that reports where a rule fails, and not at each element that it looked at it.

    Nobody reads those entries, and to write them takes a third of the time of a judgement.
    """
    from lxml import etree

    root = etree.parse(str(rules), etree.XMLParser(no_network=True, resolve_entities=False)).getroot()
    for entry in list(root.iter(*(f"{SVRL}{name}" for name in PASSED))):
        entry.getparent().remove(entry)
    return str(etree.tostring(root, encoding="unicode"))


@cache
def _compiled(rules: Path) -> Any:
    from lxml import etree
    from saxonche import PySaxonApiError

    try:
        stylesheet = _saxon().parse_xml(xml_text=_without_passes(rules))
        compiled = _saxon().new_xslt30_processor().compile_stylesheet(stylesheet_node=stylesheet)
    except (OSError, PySaxonApiError, etree.XMLSyntaxError) as fault:
        raise RulesNotUsable(rules.parent, [f"  {rules.name} is not a stylesheet: {fault}"]) from None
    # A report is read by a program: to indent it would take a tenth of the time.
    compiled.set_property("!indent", "no")
    return compiled
