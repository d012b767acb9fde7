"""An application as the network team reads it, and who tried to sign its contract."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.onboarding.oddity import Oddity
from helsebro.onboarding.signature_attempt import SignerDifference
from helsebro_aws.http.fields.shown import InstantShown


class OddityAnswer(TypedDict):
    """What is odd about a clinic's application."""

    code: Annotated[Oddity, Field(description="What it is.")]
    text: Annotated[
        str,
        Field(
            description="What it is, in the reader's language.",
            examples=["Another clinic has the same phone number."],
        ),
    ]


class NamedSignatoryAnswer(TypedDict):
    """Who signs, as the application says."""

    name: Annotated[str, Field(description="The person's name.", examples=["Mette Lund"])]
    email: Annotated[
        str, Field(description="Where the contract was sent.", examples=["mette@klinik.example"])
    ]
    numberGiven: Annotated[
        bool,
        Field(
            description="Whether the application named a CPR number or fødselsnummer, so that only this "
            "person can sign. The number itself is not kept."
        ),
    ]


class MadeDeclarationAnswer(TypedDict):
    """The declaration of truth that was made with the application."""

    textVersion: Annotated[str, Field(description="The version of its text.", examples=["2026-11"])]
    at: Annotated[InstantShown, Field(description="When it was made.")]


class ApplicationAnswer(TypedDict):
    """What a clinic's application says of who signs and what was declared."""

    signatory: Annotated[NamedSignatoryAnswer, Field(description="Who signs, as it says.")]
    declaration: Annotated[MadeDeclarationAnswer, Field(description="What was declared with it.")]
    appliedAt: Annotated[InstantShown, Field(description="When it was sent.")]


class SignerAnswer(TypedDict):
    """Who tried to sign, as the login says."""

    name: NotRequired[
        Annotated[
            str, Field(description="The name in the login; absent when it has none.", examples=["Bo Holm"])
        ]
    ]
    differs: Annotated[
        list[SignerDifference],
        Field(
            description="What does not agree with the application. `name`: the login has another name. "
            "`name-missing`: the login has no name.",
            examples=[["name"]],
        ),
    ]
    issuer: Annotated[
        str, Field(description="The issuer of the login.", examples=["https://members.issuer.example"])
    ]
    assurance: Annotated[str, Field(description="The assurance of the login (`acr`).", examples=["high"])]
    loggedInAt: Annotated[InstantShown, Field(description="When the person logged in.")]
    triedAt: Annotated[InstantShown, Field(description="When the person tried to sign.")]
