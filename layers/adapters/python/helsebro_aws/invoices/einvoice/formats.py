"""The formats that are received: an exact table of what a document says it is.

A document that only begins like one of them, such as XRechnung or a self-billed invoice, is none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from helsebro_aws.invoices.einvoice.leaf import value_at
from helsebro_aws.invoices.einvoice.peppol.of_document import SPECIFICATION

RuleFamily = Literal["peppol", "oioubl"]


@dataclass(frozen=True)
class Format:
    """What ``CustomizationID`` and ``ProfileID`` name, and whose rules a document of it must keep.

    Without ``profiles``, the rules of the family judge the profile.
    """

    family: RuleFamily
    customization: str
    profiles: frozenset[str] = frozenset()


FORMATS = (
    Format(
        "peppol",
        SPECIFICATION,
        frozenset(["urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"]),
    ),
    Format("oioubl", "OIOUBL-2.1"),
)


def format_of(root: Any) -> Format | None:
    """Returns the format that the document names; None when it is not received here."""
    customization, profile = value_at(root, "cbc:CustomizationID"), value_at(root, "cbc:ProfileID")
    known = (each for each in FORMATS if each.customization == customization)
    return next((each for each in known if not each.profiles or profile in each.profiles), None)
