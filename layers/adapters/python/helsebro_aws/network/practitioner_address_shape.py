"""The shapes of the addresses at which a practitioner treats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from helsebro.errors import Fault
from helsebro.network.address import Address
from helsebro.network.near_postcodes import kilometres
from helsebro.network.postal_area import MOST_KM_FROM_AREA, area_of
from helsebro.network.team.practice_address import MOST_ADDRESSES, PracticeAddress
from helsebro.network.team.practitioner_faults import (
    address_faults,
    position_faults,
)
from helsebro_aws.network.street_address_shape import StreetAddressShape

BOUNDS = {"DK": ((54.4, 58.0), (7.9, 15.4)), "NO": ((57.8, 81.0), (4.0, 35.0))}
"""Country → from which to which latitude and longitude it reaches, in degrees; Norway with Svalbard."""
AddressKeyField = Annotated[
    str,
    Field(
        pattern=r"^[A-Za-z0-9._-]{1,40}$",
        description="The clinic's own key of an address of the practitioner.",
        examples=["aarhus"],
    ),
]


class PractitionerAddressShape(StreetAddressShape):
    """Where the practitioner treats."""

    lat: Annotated[
        float | None,
        Field(
            ge=-90,
            le=90,
            allow_inf_nan=False,
            strict=True,
            description="The latitude in degrees (WGS 84), at most 50 km from the postcode. Give both "
            "or none.",
            examples=[55.7],
        ),
    ] = None
    lon: Annotated[
        float | None,
        Field(
            ge=-180,
            le=180,
            allow_inf_nan=False,
            strict=True,
            description="The longitude in degrees (WGS 84).",
            examples=[12.57],
        ),
    ] = None


class PracticeAddressShape(PractitionerAddressShape):
    """A further address at which the practitioner treats."""

    key: AddressKeyField

    def of(self) -> PracticeAddress:
        """Returns the address that the body describes."""
        return PracticeAddress(self.key, Address(**self.model_dump(exclude={"key"})))


AddressesField = Annotated[
    tuple[PracticeAddressShape, ...],
    Field(
        max_length=MOST_ADDRESSES,
        description="Where they treat beside `address`, in the same country; slots name one by its key.",
    ),
]


def addresses_faults(country: object, sent: Mapping[str, Any]) -> list[Fault]:
    """Returns the faults between the further addresses of a body; ``country`` is that of the first one."""
    rows = _further(sent)
    fields = [(row.get("key"), row.get("country"), row.get("lat"), row.get("lon")) for row in rows]
    return [*address_faults(country, fields), *further_position_faults(sent)]


def further_position_faults(sent: Mapping[str, Any]) -> list[Fault]:
    """Returns the faults of the positions in the further addresses of a body."""
    rows = enumerate(_further(sent))
    return [fault for place, row in rows for fault in _elsewhere(row, f"/addresses/{place}")]


def _further(sent: Mapping[str, Any]) -> list[dict[str, Any]]:
    given = sent.get("addresses")
    return given if isinstance(given, list) and all(isinstance(row, dict) for row in given) else []


def first_address_faults(address: object) -> list[Fault]:
    """Returns the faults of the position in the first address of a body."""
    if not isinstance(address, dict):
        return []
    return [*position_faults(address.get("lat"), address.get("lon")), *_elsewhere(address, "/address")]


def _elsewhere(address: Mapping[str, Any], pointer: str) -> list[Fault]:
    """Returns a fault for a position that is not in the country of the address, or not near its postcode."""
    country, lat, lon = str(address.get("country")), address.get("lat"), address.get("lon")
    if not isinstance(lat, int | float) or not isinstance(lon, int | float) or country not in BOUNDS:
        return []
    (south, north), (west, east) = BOUNDS[country]
    if not (south <= lat <= north and west <= lon <= east):
        return [Fault(f"{pointer}/lat", "position-in-another-country", "")]
    area = area_of(country, str(address.get("postcode")))
    is_far = area is not None and kilometres(area, (lat, lon)) > MOST_KM_FROM_AREA
    return [Fault(f"{pointer}/lat", "position-far-from-postcode", "")] if is_far else []
