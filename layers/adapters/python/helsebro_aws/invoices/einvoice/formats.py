"""The formats that are received: an exact table of what a document says it is.

A document that only begins like one of them, such as XRechnung or a self-billed invoice, is none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.peppol.of_document import SPECIFICATION

RuleFamily = Literal["peppol", "oioubl"]
PEPPOL_BILLING = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
OIOUBL = "OIOUBL-2.1"
WITH_AN_INVOICE = (
    *("BilSim", "BilSimR"),
    *("OrdSim-BilSim", "OrdSimR-BilSim", "OrdSim-BilSimR", "OrdSimR-BilSimR"),
    *("OrdAdv-BilSim", "OrdAdvR-BilSim", "OrdAdv-BilSimR", "OrdAdvR-BilSimR"),
    *("OrdSel-BilSim", "OrdSel-BilSimR"),
)
"""The Danish processes with an invoice: ``R`` also answers it, ``Ord…`` also orders."""
OF_NES = (5, 7, 8)
"""The processes of the Northern European Subset with an invoice: to bill, to buy, to bill with a dispute."""


@dataclass(frozen=True)
class Format:
    """What ``CustomizationID`` and ``ProfileID`` name, and the rule sets that a document of it must keep."""

    family: RuleFamily
    customization: str
    profiles: frozenset[str]
    rule_sets: tuple[str, ...]


FORMATS = (
    Format("peppol", SPECIFICATION, frozenset([PEPPOL_BILLING]), ("en16931", "peppol")),
    Format(
        "oioubl",
        OIOUBL,
        frozenset(
            [
                *(f"Procurement-{process}-1.0" for process in WITH_AN_INVOICE),
                *(f"urn:www.nesubl.eu:profiles:profile{number}:ver2.0" for number in OF_NES),
            ]
        ),
        ("oioubl",),
    ),
)


def format_of(document: UblDocument) -> Format | None:
    """Returns the format that the document names; None when it is not received here."""
    root = document.root
    customization = document.value_at(root, "cbc:CustomizationID")
    profile = document.value_at(root, "cbc:ProfileID")
    known = (each for each in FORMATS if each.customization == customization)
    return next((each for each in known if profile in each.profiles), None)
