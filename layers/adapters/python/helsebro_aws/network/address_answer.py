"""The address at which a practitioner treats."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.shown import CountryShown


class AddressAnswer(TypedDict):
    """Where a practitioner treats."""

    street: Annotated[str, Field(description="Street and number.", examples=["Søndergade 1"])]
    postcode: Annotated[str, Field(description="The postcode.", examples=["2100"])]
    city: Annotated[str, Field(description="The town.", examples=["København Ø"])]
    country: CountryShown
    lat: NotRequired[
        Annotated[float, Field(description="The latitude in degrees (WGS 84), if known.", examples=[55.7])]
    ]
    lon: NotRequired[
        Annotated[float, Field(description="The longitude in degrees (WGS 84), if known.", examples=[12.57])]
    ]


AddressKeyShown = Annotated[
    str, Field(description="The clinic's own key of the address.", examples=["aarhus"])
]


class KeyedAddressAnswer(AddressAnswer):
    """A further address at which a practitioner treats."""

    key: AddressKeyShown
