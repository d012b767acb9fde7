"""Official business rules: Schematron, compiled to XSLT and run by Saxon.

Each process compiles the stylesheets once. Saxon gets the re-serialised root that lxml parsed, never the
body, because its own parser reads external entities from disk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from helsebro.invoices.finding import InvoiceFinding, Severity, Text
from helsebro_aws.invoices.einvoice.names import PREFIX_OF

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
FOUND = (f"{SVRL}failed-assert", f"{SVRL}successful-report")
DANISH_ID = re.compile(r"\[([FW]-[A-Z]+\d+)\]")
STEP = re.compile(r"\*:(\w+)\[namespace-uri\(\)='([^']*)'\]")
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


def schematron_findings(root: Any, rules: Path) -> Iterator[InvoiceFinding]:
    """Yields the findings of one compiled Schematron for the document."""
    from lxml import etree
    from saxonche import PySaxonApiError

    stylesheet = _compiled(rules)
    try:
        source = _saxon().parse_xml(xml_text=etree.tostring(root, encoding="unicode"))
        report = stylesheet.transform_to_string(xdm_node=source)
    except PySaxonApiError:
        # A rule read a value of the wrong type. Saxon's error text quotes the value, so it is dropped.
        yield UNDECIDED
        return
    for entry in etree.fromstring(report.encode()).iter(*FOUND):
        yield _finding(entry)


def load(rules: Iterable[Path]) -> None:
    """Compiles these rules."""
    for path in rules:
        _compiled(path)


def _finding(entry: Any) -> InvoiceFinding:
    message = " ".join("".join(entry.find(f"{SVRL}text").itertext()).split())
    danish = DANISH_ID.search(message)
    rule = danish[1] if danish else entry.get("id") or "OFFICIAL"
    return InvoiceFinding(
        rule, _severity(entry, rule), _place(entry.get("location", "/")), Text.official(message)
    )


def _severity(entry: Any, rule: str) -> Severity:
    # OIOUBL has no flag: the first letter of the rule is the severity.
    return "warning" if entry.get("flag") == "warning" or rule.startswith("W-") else "fatal"


def _place(location: str) -> str:
    return STEP.sub(lambda step: PREFIX_OF.get(step[2], "") + step[1], location)


@cache
def _saxon() -> Any:
    from saxonche import PySaxonProcessor

    return PySaxonProcessor(license=False)


@cache
def _compiled(rules: Path) -> Any:
    return _saxon().new_xslt30_processor().compile_stylesheet(stylesheet_file=str(rules))
