"""What the routes of payers answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.money import Currency
from helsebro.payer import Country, PayerKind
from helsebro_aws.http.fields.shown import PayerContactAnswer, PayerSlug


class PayerAnswer(TypedDict):
    """A payer: the insurer, municipality or organisation that pays for treatment."""

    payer: PayerSlug
    name: Annotated[str, Field(description="Its name.", examples=["Tryg Forsikring"])]
    kind: Annotated[PayerKind, Field(description="What kind of payer it is.")]
    country: Annotated[Country, Field(description="Its country.")]
    currency: Annotated[Currency, Field(description="The currency of its policies.")]
    contact: Annotated[PayerContactAnswer, Field(description="How members and clinics reach it.")]
    gln: NotRequired[
        Annotated[
            str,
            Field(
                description="Its GLN, which invoices are addressed to. Absent when it has none.",
                examples=["5790000000012"],
            ),
        ]
    ]
    organisationNumber: NotRequired[
        Annotated[
            str,
            Field(
                description="Its organisation number, which invoices are addressed to when it has no GLN. "
                "Absent when it is not registered.",
                examples=["24260666"],
            ),
        ]
    ]
