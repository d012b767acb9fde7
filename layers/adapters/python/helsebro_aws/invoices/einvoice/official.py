"""The official rules that apply to a document, chosen by the specification it names.

A package ships the schema and the European standard. No package ships Peppol's and OIOUBL's own rules: when
``HELSEBRO_RULES_DIR`` names a folder, every ``*.xslt`` in its ``peppol`` or ``oioubl`` runs as well.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro_aws.invoices.einvoice import schema, schematron
from helsebro_aws.invoices.einvoice.names import PREFIXES
from helsebro_aws.invoices.einvoice.schema import schema_findings
from helsebro_aws.invoices.einvoice.schematron import schematron_findings
from helsebro_aws.invoices.einvoice.shipped import EN_16931

PEPPOL = "urn:cen.eu:en16931:2017"
OIOUBL = "OIOUBL-2"
UNKNOWN = InvoiceFinding(
    "UBL-PROFILE",
    "fatal",
    "/*/cbc:CustomizationID",
    Text(
        "Formatet modtages ikke: send Peppol BIS Billing 3.0.",
        "Formatet mottas ikke: send Peppol BIS Billing 3.0.",
        "The format is not received here: send Peppol BIS Billing 3.0.",
    ),
)


def official_findings(root: Any, environment: Mapping[str, str] = os.environ) -> tuple[InvoiceFinding, ...]:
    """Returns all findings of the official rules for the document, warnings too."""
    return (*schema_findings(root), *_rules_findings(root, _rules_for(root, environment)))


def load(environment: Mapping[str, str] = os.environ) -> None:
    """Loads and compiles all official rules, so that the first document does not wait for it."""
    directory = environment.get("HELSEBRO_RULES_DIR")
    schema.load()
    schematron.load([EN_16931, *(Path(directory).glob("*/*.xslt") if directory else ())])


def _rules_findings(root: Any, rules: tuple[Path, ...]) -> Iterator[InvoiceFinding]:
    if not rules:
        yield UNKNOWN
    for stylesheet in rules:
        yield from schematron_findings(root, stylesheet)


def _rules_for(root: Any, environment: Mapping[str, str]) -> tuple[Path, ...]:
    specification = (root.findtext("cbc:CustomizationID", "", PREFIXES) or "").strip()
    if specification.startswith(PEPPOL):
        return (EN_16931, *_configured("peppol", root, environment))
    if specification.startswith(OIOUBL):
        return _configured("oioubl", root, environment)
    return ()


def _configured(folder: str, root: Any, environment: Mapping[str, str]) -> tuple[Path, ...]:
    directory = environment.get("HELSEBRO_RULES_DIR")
    if not directory:
        return ()
    other = "invoice" if root.tag.endswith("}CreditNote") else "creditnote"
    found = sorted((Path(directory) / folder).glob("*.xslt"))
    return tuple(path for path in found if other not in path.stem.lower().replace("_", ""))
