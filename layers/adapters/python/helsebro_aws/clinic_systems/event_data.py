"""What the data of every clinic event has in common: the base, and the keys and ids that it names."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from helsebro_aws.http.bodies import Body

ClinicKey = Annotated[str, Field(min_length=1, max_length=100)]
SlotKeyField = Annotated[
    ClinicKey, Field(description="The clinic's own key of the slot.", examples=["slot-1"])
]
PractitionerKeyField = Annotated[
    ClinicKey, Field(description="The clinic's own key of the practitioner.", examples=["p-17"])
]
AddressKeyOfSlot = Annotated[
    ClinicKey | None,
    Field(
        description="The key of the practitioner's address where it is; absent for the first address.",
        examples=["aarhus"],
    ),
]
Id = Annotated[str, Field(min_length=1, max_length=100)]
NamedBooking = Annotated[
    Id, Field(description="The id of the booking.", examples=["bkg_a2zt5pxlrqsc3dmkow7vyb4g"])
]
NamedGuarantee = Annotated[
    Id, Field(description="The id of the guarantee.", examples=["gar_a2zt5pxlrqsc3dmkow7vyb4g"])
]
BookingOfTwo = Annotated[
    Id | None,
    Field(
        description="The id of the booking. Name it or the guarantee.",
        examples=["bkg_a2zt5pxlrqsc3dmkow7vyb4g"],
    ),
]
GuaranteeOfTwo = Annotated[
    Id | None,
    Field(
        description="The id of the guarantee. With both, the guarantee counts.",
        examples=["gar_a2zt5pxlrqsc3dmkow7vyb4g"],
    ),
]


class EventData(Body):
    """The data of an event; like every body, it refuses a field that it does not know."""
