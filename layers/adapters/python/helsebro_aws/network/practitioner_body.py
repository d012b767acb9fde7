"""The shapes of practitioners (api.md, Clinics, practitioners, booking)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StrictBool, StrictInt
from pydantic_core import PydanticCustomError

from helsebro import ids
from helsebro.coverage.question.vocabulary import APPROVALS, TREATMENTS
from helsebro.errors import Fault
from helsebro.ids import ClinicId
from helsebro.network.practitioner import Address, Practitioner, authorisation_faults, position_faults
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.short_text import ShortText

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


class AddressShape(Body):
    """Where the practitioner treats."""

    street: ShortText
    postcode: Annotated[str, Field(pattern=r"^[0-9]{4}$")]
    city: ShortText
    country: Literal["DK", "NO"]
    lat: Annotated[float | None, Field(ge=-90, le=90, allow_inf_nan=False, strict=True)] = None
    lon: Annotated[float | None, Field(ge=-180, le=180, allow_inf_nan=False, strict=True)] = None


class PractitionerShape(Body):
    """The body of ``PUT /v1/clinics/{clinicId}/practitioners/{key}``."""

    name: ShortText
    profession: Word
    authorisation_id: Annotated[str, Field(min_length=1, max_length=40)] | None = None
    authorised: StrictBool
    provider_number: StrictBool
    approvals: Annotated[
        tuple[Annotated[str, AfterValidator(_known_approval)], ...], Field(max_length=60)
    ] = ()
    address: AddressShape
    treatments: Annotated[
        tuple[Annotated[str, AfterValidator(_known_treatment)], ...],
        Field(max_length=60),
        AfterValidator(_has_a_treatment),
    ]
    problems: Annotated[tuple[Word, ...], Field(max_length=60)] = ()
    insurance_clients: StrictBool
    crisis_help: StrictBool
    weekly_capacity: Annotated[StrictInt, Field(ge=0, le=200)] | None = None

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
