"""What the list of a clinic's practitioners answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.coverage.question.vocabulary import APPROVALS, TREATMENTS
from helsebro.tariffs.fee import SERVICES
from helsebro_aws.http.fields.ids import ClinicIdField, PractitionerIdField
from helsebro_aws.http.fields.shown import DayShown, MoneyAnswer
from helsebro_aws.network.address_answer import AddressAnswer, KeyedAddressAnswer
from helsebro_aws.network.registers.register_answer import RegisterAnswer

ClinicsKey = Annotated[str, Field(description="The clinic's own key of the practitioner.", examples=["p-17"])]
Problems = Annotated[list[str], Field(examples=[["low-back-pain"]])]
TREATMENT_NAMES = {"items": {"type": "string", "enum": list(TREATMENTS)}}

# ``from`` is a word of Python, so this is no class.
NextFeeAnswer = TypedDict(
    "NextFeeAnswer",
    {
        "from": Annotated[DayShown, Field(description="The first day of the new fee.")],
        "perSession": Annotated[MoneyAnswer, Field(description="The fee of one session from that day on.")],
    },
)
NextFeeAnswer.__doc__ = "The next fee, and from which day it counts."


class PractitionerFeeAnswer(TypedDict):
    """What one session pays today, by the tariff of the country: the full amount, without commission."""

    treatment: Annotated[
        str,
        Field(
            description="The treatment.",
            json_schema_extra={"enum": list(TREATMENTS)},
            examples=["psychologist"],
        ),
    ]
    service: Annotated[
        str, Field(description="The kind of session.", json_schema_extra={"enum": list(SERVICES)})
    ]
    perSession: Annotated[MoneyAnswer, Field(description="The fee of one session.")]
    changes: NotRequired[
        Annotated[NextFeeAnswer, Field(description="The next change; absent while none is known.")]
    ]


class ClinicPractitionerAnswer(TypedDict):
    """A practitioner of the clinic, with the fees of today."""

    practitionerId: PractitionerIdField
    clinicId: ClinicIdField
    key: ClinicsKey
    name: Annotated[str, Field(description="The practitioner's name.", examples=["Mette Lund"])]
    profession: Annotated[str, Field(description="The profession.", examples=["psychologist"])]
    authorised: Annotated[bool, Field(description="Whether they have the authorisation of the profession.")]
    authorisedSince: NotRequired[
        Annotated[
            DayShown,
            Field(description="The day from which the authorisation counts; absent when it always did."),
        ]
    ]
    register: Annotated[
        RegisterAnswer,
        Field(description="What the register of the country says about the authorisation."),
    ]
    authorisationId: NotRequired[
        Annotated[
            str, Field(description="The number of the authorisation, if it was given.", examples=["ABC12"])
        ]
    ]
    providerNumber: Annotated[bool, Field(description="Whether they have a provider number.")]
    approvals: Annotated[
        list[str],
        Field(
            description="Approvals of alternative practitioners.",
            json_schema_extra={"items": {"type": "string", "enum": list(APPROVALS)}},
            examples=[[APPROVALS[0]]],
        ),
    ]
    address: Annotated[AddressAnswer, Field(description="Where they treat.")]
    addresses: Annotated[
        list[KeyedAddressAnswer],
        Field(description="Where else they treat: slots name such an address by its key."),
    ]
    treatments: Annotated[
        list[str],
        Field(
            description="The treatments that they offer.",
            json_schema_extra=TREATMENT_NAMES,
            examples=[["psychologist"]],
        ),
    ]
    problems: Annotated[Problems, Field(description="The problems that they treat; empty for any.")]
    problemsNotTaken: Annotated[Problems, Field(description="The problems that they do not take.")]
    languages: Annotated[
        list[str], Field(description="The languages that they speak (ISO 639-1).", examples=[["da", "en"]])
    ]
    insuranceClients: Annotated[bool, Field(description="Whether they take insurance clients.")]
    isPaused: Annotated[bool, Field(description="Whether today is in a pause.")]
    pausedFrom: NotRequired[
        Annotated[DayShown, Field(description="The first day of a pause; absent without one.")]
    ]
    pausedUntil: NotRequired[
        Annotated[DayShown, Field(description="The last day of the pause; absent until further notice.")]
    ]
    crisisHelp: Annotated[bool, Field(description="Whether they give crisis help.")]
    weeklyCapacity: NotRequired[
        Annotated[
            int,
            Field(
                description="How many sessions of insurance clients they take a week; absent for no limit.",
                examples=[10],
            ),
        ]
    ]
    fees: Annotated[
        list[PractitionerFeeAnswer],
        Field(
            description="What their sessions pay today, by treatment and service. A payer may have agreed on "
            "another tariff; the guarantee shows its price."
        ),
    ]
