"""What answers show in many places: an instant, a day, an amount, a version, a contact."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import ConfigDict, Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.money import AmountText, CurrencyText

InstantShown = Annotated[
    str, Field(json_schema_extra={"format": "date-time"}, examples=["2026-11-21T10:15:00Z"])
]
DayShown = Annotated[str, Field(json_schema_extra={"format": "date"}, examples=["2026-11-21"])]
Version = Annotated[
    int, Field(ge=1, description="Its version, as in the `ETag`. Send it in `If-Match`.", examples=[1])
]
CountryShown = Annotated[
    str, Field(pattern=r"^[A-Z]{2}$", description="The country, in two letters.", examples=["DK"])
]
PersonNameForStaff = Annotated[
    str | None,
    Field(
        description="The person's registered name, as in the policy. For the staff of the payer; null where "
        "no policy of the payer names the person.",
        examples=["Anna Holm"],
    ),
]
PayerSlug = Annotated[str, Field(description="The short name of the payer.", examples=["tryg"])]


class MoneyAnswer(TypedDict):
    """An amount of money."""

    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]

    amount: AmountText
    currency: CurrencyText


class OfficeAddressAnswer(TypedDict):
    """Where the payer gets letters."""

    street: Annotated[str, Field(description="The street and number, or a box.", examples=["Postboks 300"])]
    postcode: Annotated[str, Field(description="4 digits.", examples=["2750"])]
    city: Annotated[str, Field(description="The town.", examples=["Ballerup"])]


class PayerContactAnswer(TypedDict):
    """How to reach the payer."""

    email: Annotated[str, Field(description="Its e-mail address.", examples=["help@example.org"])]
    phone: Annotated[str, Field(description="Its phone number.", examples=["+45 70 11 22 33"])]
    hours: Annotated[str, Field(description="When it answers.", examples=["09:00–16:00"])]
    address: NotRequired[
        Annotated[OfficeAddressAnswer, Field(description="Where it gets letters. Absent without one.")]
    ]
