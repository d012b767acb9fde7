"""The shapes of practitioners (api.md, Clinics, practitioners, booking)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Field, StrictBool, StrictInt
from pydantic_core import PydanticCustomError

from helsebro import ids
from helsebro.coverage.question.vocabulary import APPROVALS, TREATMENTS
from helsebro.errors import Fault
from helsebro.ids import ClinicId
from helsebro.network.practitioner import Address, Practitioner, authorisation_faults, position_faults
from helsebro.payer import Country
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.visible_text import VisibleText

Word = Annotated[str, Field(min_length=1, max_length=60)]


def _known_treatment(value: str) -> str:
    if value not in TREATMENTS:
        raise PydanticCustomError("unknown-treatment", ", ".join(TREATMENTS))
    return value


def _known_approval(value: str) -> str:
    if value not in APPROVALS:
        raise PydanticCustomError("unknown-approval", ", ".join(APPROVALS))
    return value


def _has_a_treatment(value: tuple[str, ...]) -> tuple[str, ...]:
    # Not ``min_length``: pydantic counts only the items without a fault.
    if not value:
        raise PydanticCustomError("no-treatments", "")
    return value


class PractitionerAddressShape(Body):
    """Where the practitioner treats."""

    street: Annotated[VisibleText, Field(description="Street and number.", examples=["Søndergade 1"])]
    postcode: Annotated[str, Field(pattern=r"^[0-9]{4}$", description="The postcode.", examples=["2100"])]
    city: Annotated[VisibleText, Field(description="The town.", examples=["København Ø"])]
    country: Annotated[Country, Field(description="The country.")]
    lat: Annotated[
        float | None,
        Field(
            ge=-90,
            le=90,
            allow_inf_nan=False,
            strict=True,
            description="The latitude in degrees (WGS 84). Give both or none.",
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


class PractitionerShape(Body):
    """A practitioner, as the clinic's own system describes them."""

    name: Annotated[VisibleText, Field(description="The practitioner's name.", examples=["Mette Lund"])]
    profession: Annotated[Word, Field(description="The profession.", examples=["physiotherapist"])]
    authorisation_id: Annotated[
        Annotated[str, Field(min_length=1, max_length=40)] | None,
        Field(description="The number of the authorisation.", examples=["ABC12"]),
    ] = None
    authorised: Annotated[
        StrictBool, Field(description="Whether they have the authorisation of the profession.")
    ]
    provider_number: Annotated[StrictBool, Field(description="Whether they have a provider number.")]
    approvals: Annotated[
        tuple[Annotated[str, AfterValidator(_known_approval)], ...],
        Field(
            max_length=60,
            description="Approvals of alternative practitioners.",
            json_schema_extra={"items": {"type": "string", "enum": list(APPROVALS)}},
            examples=[[APPROVALS[0]]],
        ),
    ] = ()
    address: Annotated[PractitionerAddressShape, Field(description="Where they treat.")]
    treatments: Annotated[
        tuple[Annotated[str, AfterValidator(_known_treatment)], ...],
        Field(
            max_length=60,
            description="The treatments that they offer, at least one. Psychologists and crisis help need "
            "an authorisation.",
            json_schema_extra={"items": {"type": "string", "enum": list(TREATMENTS)}, "minItems": 1},
            examples=[["physiotherapy"]],
        ),
        AfterValidator(_has_a_treatment),
    ]
    problems: Annotated[
        tuple[Word, ...],
        Field(
            max_length=60,
            description="The problems that they treat; none means any.",
            examples=[["low-back-pain"]],
        ),
    ] = ()
    insurance_clients: Annotated[StrictBool, Field(description="Whether they take insurance clients.")]
    crisis_help: Annotated[StrictBool, Field(description="Whether they give crisis help.")]
    weekly_capacity: Annotated[
        Annotated[StrictInt, Field(ge=0, le=200)] | None,
        Field(description="How many insurance clients they take a week.", examples=[10]),
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of authorisation and treatments together, and of an incomplete position."""
        address = sent.get("address")
        position = address if isinstance(address, dict) else {}
        return [
            *authorisation_faults(sent.get("authorised"), sent.get("treatments"), sent.get("crisisHelp")),
            *position_faults(position.get("lat"), position.get("lon")),
        ]

    def of(self, clinic_id: ClinicId, key: str) -> Practitioner:
        """Returns the practitioner that the body describes."""
        plain = self.model_dump(exclude={"address", "approvals", "treatments", "problems"})
        return Practitioner(
            practitioner_id=ids.practitioner_id(clinic_id, key),
            clinic_id=clinic_id,
            key=key,
            address=Address(**self.address.model_dump()),
            approvals=tuple(sorted(set(self.approvals))),
            treatments=tuple(sorted(set(self.treatments))),
            problems=tuple(sorted(set(self.problems))),
            **plain,
        )
