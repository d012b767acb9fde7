"""A practitioner as a search shows them."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.coverage.question.vocabulary import TREATMENTS
from helsebro.network.why import WhyCode
from helsebro_aws.calendars.slot_answer import FirstFreeSlotAnswer
from helsebro_aws.http.fields.ids import ClinicIdField, PractitionerIdField
from helsebro_aws.network.address_answer import AddressAnswer, KeyedAddressAnswer


class WhyAnswer(TypedDict):
    """Why a search shows a practitioner at this place."""

    codes: Annotated[
        list[WhyCode],
        Field(
            description="The reasons. `few-clients` says that they have few clients for their capacity.",
            examples=[["treats-problem", "distance", "first-free", "few-clients"]],
        ),
    ]
    text: Annotated[
        str,
        Field(
            description="The same as sentences in the caller's language.",
            examples=["Treats the problem that was searched for. 2 km from 2100. Has few clients right now."],
        ),
    ]


class SearchedProblemAnswer(TypedDict):
    """What a search says of the problem that it was for."""

    problemKnown: NotRequired[
        Annotated[
            bool,
            Field(
                description="Whether we know the problem. One that we do not know finds only those who list "
                "it in the same words, and those who treat any. Absent without `problem`.",
                examples=[True],
            ),
        ]
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
    languages: Annotated[
        list[str],
        Field(
            description="The languages that they speak, else those of the clinic (ISO 639-1).",
            examples=[["da", "en"]],
        ),
    ]
    address: Annotated[
        AddressAnswer,
        Field(description="Where they treat; of several addresses the nearest to the postcode."),
    ]
    addressKey: NotRequired[
        Annotated[
            str,
            Field(description="The key of that address; absent for their first one.", examples=["aarhus"]),
        ]
    ]
    addresses: Annotated[
        list[KeyedAddressAnswer],
        Field(description="Where else they treat: slots name such an address by its key."),
    ]
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
    why: Annotated[WhyAnswer, Field(description="Why they are shown.")]
