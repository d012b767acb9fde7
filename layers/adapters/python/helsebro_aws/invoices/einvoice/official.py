"""The official rules that apply to a document, chosen by the format it names.

A package ships the schema and the European standard. No package ships Peppol's and OIOUBL's own rules: when
``HELSEBRO_RULES_DIR`` names a folder, every ``*.xslt`` in its ``peppol`` or ``oioubl`` runs. Without them,
our own table of Peppol's rules judges (``peppol/judgement.py``), and OIOUBL is not received.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro_aws.invoices.einvoice import schema, schematron
from helsebro_aws.invoices.einvoice.formats import format_of
from helsebro_aws.invoices.einvoice.peppol.judgement import peppol_findings
from helsebro_aws.invoices.einvoice.schema import schema_findings
from helsebro_aws.invoices.einvoice.schematron import schematron_findings
from helsebro_aws.invoices.einvoice.shipped import EN_16931

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


def official_findings(
    root: Any, on: date, environment: Mapping[str, str] = os.environ
) -> tuple[InvoiceFinding, ...]:
    """Returns all findings of the official rules in force on that day for the document, warnings too."""
    return (*schema_findings(root), *_findings(root, on, environment))


def load(environment: Mapping[str, str] = os.environ) -> None:
    """Loads and compiles all official rules, so that the first document does not wait for it."""
    directory = environment.get("HELSEBRO_RULES_DIR")
    schema.load()
    schematron.load([EN_16931, *(Path(directory).glob("*/*.xslt") if directory else ())])


def _findings(root: Any, on: date, environment: Mapping[str, str]) -> Iterator[InvoiceFinding]:
    known = format_of(root)
    configured = _configured(known.family, root, environment) if known else ()
    if known is None or (known.family == "oioubl" and not configured):
        yield UNKNOWN
        return
    for stylesheet in (*([EN_16931] if known.family == "peppol" else []), *configured):
        yield from schematron_findings(root, stylesheet)
    if known.family == "peppol" and not configured:
        yield from peppol_findings(root, on)


def _configured(folder: str, root: Any, environment: Mapping[str, str]) -> tuple[Path, ...]:
    directory = environment.get("HELSEBRO_RULES_DIR")
    if not directory:
        return ()
    other = "invoice" if root.tag.endswith("}CreditNote") else "creditnote"
    found = sorted((Path(directory) / folder).glob("*.xslt"))
    return tuple(path for path in found if other not in path.stem.lower().replace("_", ""))
