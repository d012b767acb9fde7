"""The shape of an address in the network."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro.payer import Country
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.visible_text import VisibleText


class StreetAddressShape(Body):
    """A street address."""

    street: Annotated[VisibleText, Field(description="Street and number.", examples=["Søndergade 1"])]
    postcode: Annotated[str, Field(pattern=r"^[0-9]{4}$", description="The postcode.", examples=["2100"])]
    city: Annotated[VisibleText, Field(description="The town.", examples=["København Ø"])]
    country: Annotated[Country, Field(description="The country.")]
