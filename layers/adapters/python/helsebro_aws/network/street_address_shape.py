"""The shape of an address in the network."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from helsebro.network.postal_area import area_of
from helsebro.payer import Country
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.visible_text import VisibleText


class StreetAddressShape(Body):
    """A street address."""

    # Before the postcode, which is checked against it.
    country: Annotated[Country, Field(description="The country.")]
    street: Annotated[VisibleText, Field(description="Street and number.", examples=["Søndergade 1"])]
    postcode: Annotated[
        str,
        Field(pattern=r"^[0-9]{4}$", description="A postcode that the country has.", examples=["2100"]),
    ]
    city: Annotated[VisibleText, Field(description="The town.", examples=["København Ø"])]

    @field_validator("postcode")
    @classmethod
    def _exists(cls, postcode: str, info: ValidationInfo) -> str:
        # Without a country, which is a fault of its own, no postcode can be looked up.
        if (country := info.data.get("country")) and not area_of(country, postcode):
            raise PydanticCustomError("postcode-unknown", "")
        return postcode
