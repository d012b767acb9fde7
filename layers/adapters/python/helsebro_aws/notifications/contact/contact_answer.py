"""A person's contact in answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import ConfigDict, Field
from typing_extensions import TypedDict

from helsebro.notifications.contact_record import AddressState, Language
from helsebro_aws.http.fields.ids import PersonIdField, PolicyIdField
from helsebro_aws.http.fields.shown import CountryShown, PersonNameForStaff

RecordVersion = Annotated[
    int,
    Field(
        ge=0,
        description="The version of the contact and of the choices, as in the `ETag`; 0 when neither was "
        "entered yet. Send it in `If-Match`.",
        examples=[1],
    ),
]


class PostalAddressAnswer(TypedDict):
    """Where letters go."""

    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]

    name: Annotated[str, Field(description="The name on the letter box.", examples=["Anna Lund"])]
    street: Annotated[str, Field(description="Street and number.", examples=["Havnegade 1, 2. tv"])]
    postcode: Annotated[str, Field(description="The postcode.", examples=["8000"])]
    city: Annotated[str, Field(description="The town.", examples=["Aarhus C"])]
    country: CountryShown


class OwnContactAnswer(TypedDict):
    """Where a person is reached. What is absent is not known."""

    email: NotRequired[
        Annotated[str, Field(description="The e-mail address.", examples=["anna@example.org"])]
    ]
    phone: NotRequired[
        Annotated[
            str,
            Field(
                description="The phone number with its country code; as the payer wrote it until the person "
                "enters one.",
                examples=["+4520304050"],
            ),
        ]
    ]
    address: NotRequired[Annotated[PostalAddressAnswer, Field(description="The postal address.")]]
    language: Annotated[Language, Field(description="The language of what is sent.")]
    emailState: Annotated[
        AddressState,
        Field(description="Whether e-mail arrives: it came back, or the person called it unwanted."),
    ]
    phoneState: Annotated[AddressState, Field(description="Whether SMS arrive.")]
    version: RecordVersion


class PolicyholderContactAnswer(OwnContactAnswer):
    """Where a policyholder is reached."""

    policyId: PolicyIdField


class PersonContactAnswer(OwnContactAnswer):
    """Where a person is reached, for caseworkers."""

    personId: PersonIdField
    personName: PersonNameForStaff
    hasLogin: Annotated[
        bool, Field(description="Whether the person can log in. Everything goes by letter to one who cannot.")
    ]
