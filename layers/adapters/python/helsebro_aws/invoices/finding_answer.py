"""The findings of an invoice in answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.invoices.finding import Severity
from helsebro_aws.invoices.review.sessions_answer import OtherSessionAnswer


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
            description="Where, as a short XPath into the invoice: an element has a number only where others "
            "of its name stand beside it.",
            examples=["/Invoice/cac:OrderReference/cbc:ID"],
        ),
    ]
    message: Annotated[
        str,
        Field(
            description="What is wrong, in the language asked for, else in that of the clinic's country; "
            "official rules are in English.",
            examples=["Ordrereferencen er ikke nummeret på en garanti."],
        ),
    ]
    found: NotRequired[
        Annotated[
            str,
            Field(
                description="What stands there, when it is a number, day, code or id, or the end of an "
                "account; never a text or a person's number.",
                examples=["999.00"],
            ),
        ]
    ]
    expected: NotRequired[
        Annotated[
            str, Field(description="What was expected there, where the rule knows it.", examples=["950.00"])
        ]
    ]
    clashes: NotRequired[
        Annotated[
            list[OtherSessionAnswer],
            Field(
                description="What the session there may be the same as. For finance staff only, and absent "
                "where it is nothing."
            ),
        ]
    ]


Findings = Annotated[list[FindingAnswer], Field(description="Every finding; empty when there is none.")]
