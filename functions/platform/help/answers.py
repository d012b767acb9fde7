"""What the routes of help answer."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field
from typing_extensions import TypedDict

from helsebro_aws.claims.urgent.safety_answer import SafetyAnswer


class SupportContactAnswer(TypedDict):
    """How to reach our support."""

    email: Annotated[str, Field(description="The e-mail address.", examples=["support@example.org"])]
    phone: Annotated[str, Field(description="The phone number.", examples=["+45 70 11 22 33"])]
    hours: Annotated[
        str, Field(description="When it answers: weekdays, Danish time.", examples=["09:00–12:00"])
    ]
    openNow: Annotated[bool, Field(description="Whether it answers now.")]


class HelpAnswer(TypedDict):
    """Support, and what to do when it is urgent."""

    contact: Annotated[SupportContactAnswer, Field(description="Our support.")]
    safety: Annotated[SafetyAnswer, Field(description="What to do when it is urgent.")]


class OpenApiDocumentAnswer(TypedDict):
    """A document as the OpenAPI Specification 3.1 defines it."""

    __pydantic_config__ = ConfigDict(extra="allow")  # type: ignore[misc]

    openapi: Annotated[str, Field(description="The version of the specification.", examples=["3.1.0"])]
    info: Annotated[dict[str, Any], Field(description="What the API is.", examples=[{"title": "Helsebro"}])]
    paths: Annotated[dict[str, Any], Field(description="The routes.", examples=[{"/v1/help": {}}])]
    components: Annotated[dict[str, Any], Field(description="What routes share.", examples=[{"schemas": {}}])]
