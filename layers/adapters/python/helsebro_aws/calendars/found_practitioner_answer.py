"""A practitioner as a search shows them."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.coverage.question.vocabulary import TREATMENTS
from helsebro_aws.calendars.slot_answer import FirstFreeSlotAnswer
from helsebro_aws.http.fields.ids import ClinicIdField, PractitionerIdField
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


class FoundPractitionerAnswer(TypedDict):
    """A practitioner who suits what was searched for."""

    practitionerId: PractitionerIdField
    clinicId: ClinicIdField
    clinicName: Annotated[
        str, Field(description="The name of the clinic.", examples=["Klinik for Fysioterapi"])
    ]
    name: Annotated[str, Field(description="The practitioner's name.", examples=["Mette Lund"])]
    profession: Annotated[str, Field(description="The profession.", examples=["physiotherapist"])]
    authorised: Annotated[
        bool, Field(description="Whether the practitioner has the authorisation of the profession.")
    ]
    treatments: Annotated[
        list[str],
        Field(
            description="The treatments that they offer.",
            json_schema_extra={"items": {"type": "string", "enum": list(TREATMENTS)}},
            examples=[["physiotherapy"]],
        ),
    ]
    problems: Annotated[
        list[str],
        Field(description="The problems that they treat; empty for any.", examples=[["low-back-pain"]]),
    ]
    crisisHelp: Annotated[bool, Field(description="Whether they give crisis help.")]
    address: Annotated[AddressAnswer, Field(description="Where they treat.")]
    fit: Annotated[
        Literal["problem", "general"],
        Field(description="`problem` when they list the problem that was searched for."),
    ]
    distanceKm: Annotated[
        float | None,
        Field(
            ge=0,
            description="The distance from the postcode in kilometres; null without a postcode, or when the "
            "place is unknown.",
            examples=[2.4],
        ),
    ]
    firstFreeSlot: Annotated[
        FirstFreeSlotAnswer | None, Field(description="Their first free slot; null when none is free.")
    ]
