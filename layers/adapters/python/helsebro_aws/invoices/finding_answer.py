"""The findings of an invoice in answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.invoices.finding import Severity


class FindingAnswer(TypedDict):
    """One fault of an invoice, with a text that lets the clinic correct it."""

    rule: Annotated[
        str,
        Field(
            description="The rule: `HB-…` is ours, others are of EN 16931, Peppol or the XML schema.",
            examples=["HB-04"],
        ),
    ]
    severity: Annotated[
        Severity,
        Field(
            description="`fatal` rejects the invoice, `review` leaves it to the payer's finance staff, and "
            "`warning` is only shown."
        ),
    ]
    location: Annotated[
        str,
        Field(
            description="Where, as an XPath into the invoice.",
            examples=["/Invoice/cac:OrderReference/cbc:ID"],
        ),
    ]
    message: Annotated[
        str,
        Field(
            description="What is wrong, in the caller's language; official rules are in English.",
            examples=["Ordrereferencen er ikke nummeret på en garanti."],
        ),
    ]


Findings = Annotated[list[FindingAnswer], Field(description="Every finding; empty when there is none.")]
