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
from helsebro.local_day import local_day
from helsebro.network.address import Address
from helsebro.network.practitioner import Practitioner
from helsebro.network.problem_words import problem_words
from helsebro.network.team.practitioner_faults import (
    authorisation_faults,
    authorisation_id_faults,
    impossible_since_faults,
    pause_faults,
    problem_faults,
    since_faults,
    treatment_faults,
)
from helsebro.network.team.profession import ProfessionName
from helsebro.network.team.treating_professions import profession_faults
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.short_text import AuthorisationNumber, LanguageCode
from helsebro_aws.http.fields.visible_text import VisibleText
from helsebro_aws.network.practitioner_address_shape import (
    AddressesField,
    PractitionerAddressShape,
    addresses_faults,
    first_address_faults,
)
from helsebro_aws.platform import clock

MOST_LANGUAGES = 20
Word = Annotated[str, Field(min_length=1, max_length=60)]
LISTS = ("approvals", "treatments", "problems", "problems_not_taken", "languages")
"""The fields whose order does not matter."""


def _known_treatment(value: str) -> str:
    if value not in TREATMENTS:
        raise PydanticCustomError("unknown-treatment", ", ".join(TREATMENTS))
    return value


def _known_approval(value: str) -> str:
    if value not in APPROVALS:
        raise PydanticCustomError("unknown-approval", ", ".join(APPROVALS))
    return value


def _problem(value: str) -> str:
    if not problem_words(value):
        raise PydanticCustomError("problem-malformed", "")
    return value


def _has_a_treatment(value: tuple[str, ...]) -> tuple[str, ...]:
    # Not ``min_length``: pydantic counts only the items without a fault.
    if not value:
        raise PydanticCustomError("no-treatments", "")
    return value


ProblemField = Annotated[Word, AfterValidator(_problem)]


class PractitionerShape(Body):
    """A practitioner, as the clinic's own system describes them."""

    name: Annotated[VisibleText, Field(description="The practitioner's name.", examples=["Mette Lund"])]
    profession: Annotated[ProfessionName, Field(description="The profession.", examples=["physiotherapist"])]
    authorisation_id: Annotated[
        AuthorisationNumber | None,
        Field(
            description="The number of the authorisation: 5 letters and digits of the Danish register, or 7 "
            "to 9 digits of the Norwegian one (HPR), by the country of the address.",
            examples=["ABC12"],
        ),
    ] = None
    authorised: Annotated[
        StrictBool, Field(description="Whether they have the authorisation of the profession.")
    ]
    authorised_since: Annotated[
        Day | None,
        Field(
            description="The day from which the authorisation counts, today or later for a new one, at most "
            "80 years ago and a year ahead; the fee follows it. Absent leaves the day that is known, or "
            "means today for a new authorisation.",
            examples=["2026-12-01"],
        ),
    ] = None
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
    addresses: AddressesField = ()
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
        tuple[ProblemField, ...],
        Field(
            max_length=60,
            description="The problems that they treat; none means any. A search finds them in Danish, "
            "Norwegian and English: `Knæsmerter` is `knee-pain`.",
            examples=[["low-back-pain"]],
        ),
    ] = ()
    problems_not_taken: Annotated[
        tuple[ProblemField, ...],
        Field(
            max_length=60,
            description="The problems that they do not take; no client with one of them is sent to them.",
            examples=[["whiplash"]],
        ),
    ] = ()
    languages: Annotated[
        tuple[LanguageCode, ...],
        Field(
            max_length=MOST_LANGUAGES,
            description="The languages that they speak (ISO 639-1); those of the clinic when there are none.",
            examples=[["da", "en"]],
        ),
    ] = ()
    insurance_clients: Annotated[StrictBool, Field(description="Whether they take insurance clients.")]
    paused_from: Annotated[
        Day | None,
        Field(
            description="The first day of a pause: until it ends no insurance client is sent to them, and "
            "none can book a session on its days. Booked sessions stay. A body that names neither day of the "
            "pause keeps the one that is set; null ends it.",
            examples=["2026-12-21"],
        ),
    ] = None
    paused_until: Annotated[
        Day | None,
        Field(description="The last day of the pause; absent until further notice.", examples=["2027-01-03"]),
    ] = None
    crisis_help: Annotated[StrictBool, Field(description="Whether they give crisis help.")]
    weekly_capacity: Annotated[
        Annotated[StrictInt, Field(ge=0, le=200)] | None,
        Field(description="How many insurance clients they take a week.", examples=[10]),
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults between fields: of authorisation, position, problems and pause."""
        address = sent.get("address")
        country = address.get("country") if isinstance(address, dict) else None
        return [
            *authorisation_faults(*map(sent.get, ("profession", "authorised", "treatments", "crisisHelp"))),
            *since_faults(sent.get("authorised"), sent.get("authorisedSince")),
            *impossible_since_faults(sent.get("authorisedSince"), local_day(clock.now())),
            *authorisation_id_faults(country, sent.get("authorisationId")),
            *first_address_faults(address),
            *addresses_faults(country, sent),
            *profession_faults(sent.get("profession"), sent.get("treatments")),
            *treatment_faults(sent.get("treatments"), sent.get("crisisHelp"), _count(sent.get("addresses"))),
            *problem_faults(sent.get("problems"), sent.get("problemsNotTaken")),
            *pause_faults(sent.get("pausedFrom"), sent.get("pausedUntil")),
        ]

    def of(
        self, clinic_id: ClinicId, key: str, generation: int = 0, before: Practitioner | None = None
    ) -> Practitioner:
        """Returns the practitioner that the body describes, with the pause of ``before`` unless it names one.

        The practitioner sets the pause, and the owner the rest: neither removes what the other has set.
        """
        plain = self.model_dump(exclude={"address", "addresses", *LISTS})
        lists: dict[str, Any] = {name: tuple(sorted(set(getattr(self, name)))) for name in LISTS}
        if before and not self.model_fields_set & {"paused_from", "paused_until"}:
            plain |= {"paused_from": before.paused_from, "paused_until": before.paused_until}
        return Practitioner(
            practitioner_id=ids.practitioner_id(clinic_id, key, generation),
            clinic_id=clinic_id,
            key=key,
            generation=generation,
            address=Address(**self.address.model_dump()),
            addresses=tuple(address.of() for address in self.addresses),
            **plain,
            **lists,
        )


def _count(value: object) -> int:
    return len(value) if isinstance(value, list) else 0
