"""A clinic in answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.network.clinic import ClinicStatus
from helsebro_aws.http.fields.ids import ClinicIdField
from helsebro_aws.http.fields.shown import CountryShown, InstantShown


class ClinicContactAnswer(TypedDict):
    """How the platform and members reach the clinic."""

    phone: Annotated[str, Field(description="Its phone number.", examples=["+45 33 11 22 33"])]
    email: Annotated[str, Field(description="Its e-mail address.", examples=["post@klinik.example"])]


class ChecklistAnswer(TypedDict):
    """The six steps until members can find the clinic, each with the time it was done, or null."""

    applied: Annotated[InstantShown | None, Field(description="When it applied.")]
    systemConnected: Annotated[
        InstantShown | None, Field(description="When its clinic system was first connected.")
    ]
    contractSigned: Annotated[InstantShown | None, Field(description="When the contract was signed.")]
    detailsFilled: Annotated[InstantShown | None, Field(description="When its details were complete.")]
    servicesPublished: Annotated[
        InstantShown | None,
        Field(description="When it had published slots of both services, first sessions and follow-ups."),
    ]
    active: Annotated[InstantShown | None, Field(description="When it became active.")]


class ClinicAnswer(TypedDict):
    """A clinic, without secrets and without persons."""

    clinicId: ClinicIdField
    name: Annotated[str, Field(description="Its name.", examples=["Klinik for Fysioterapi"])]
    cvr: Annotated[
        str,
        Field(
            description="Its number in the business register: CVR in Denmark, organisation number in Norway.",
            examples=["12345674"],
        ),
    ]
    country: CountryShown
    contact: Annotated[ClinicContactAnswer, Field(description="How to reach it.")]
    clinicSystem: Annotated[
        str, Field(description="The vendor of its clinic system; `other` when not named.", examples=["other"])
    ]
    status: Annotated[
        ClinicStatus,
        Field(description="`applied`: not yet bookable. `active`: members can find it. `ended`: it left."),
    ]
    checklist: Annotated[ChecklistAnswer, Field(description="How far it is.")]
