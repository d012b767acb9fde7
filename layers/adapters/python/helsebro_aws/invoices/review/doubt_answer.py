"""What finance judges about an invoice, in answers with its task."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.invoices.invoice import InvoiceKind
from helsebro_aws.http.fields.shown import MoneyAnswer


class DoubtfulPlaceAnswer(TypedDict):
    """A rule that leaves a place of the invoice to finance."""

    rule: Annotated[str, Field(description="The rule.", examples=["HB-31"])]
    location: Annotated[
        str, Field(description="Where, as an XPath into the invoice.", examples=["/Invoice/cac:PaymentMeans"])
    ]
    message: Annotated[
        str,
        Field(
            description="What finance must judge, in the caller's language.",
            examples=["Kontoen er ikke registreret for klinikken."],
        ),
    ]


class InvoiceDoubtAnswer(TypedDict):
    """What finance judges about an invoice, because no rule can."""

    amount: Annotated[MoneyAnswer, Field(description="What the invoice asks for.")]
    kind: Annotated[InvoiceKind, Field(description="What the document is.")]
    number: NotRequired[Annotated[str, Field(description="The clinic's own number.", examples=["2026-17"])]]
    first: Annotated[
        list[DoubtfulPlaceAnswer], Field(description="The first doubtful places; the invoice lists all.")
    ]
    places: Annotated[int, Field(description="The number of all doubtful places.", examples=[1])]
