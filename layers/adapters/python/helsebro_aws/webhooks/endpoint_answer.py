"""Webhook endpoints in answers, without their secrets."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.webhooks.endpoint import LISTENED_TO, DisabledBecause
from helsebro_aws.http.fields.ids import EndpointIdField
from helsebro_aws.http.fields.shown import InstantShown
from helsebro_aws.webhooks.safe_address import LONGEST_URL


class EndpointAnswer(TypedDict):
    """An address that receives a clinic's events."""

    endpointId: EndpointIdField
    url: Annotated[
        str,
        Field(
            max_length=LONGEST_URL,
            description="The address.",
            json_schema_extra={"format": "uri"},
            examples=["https://hooks.klinik.example/helsebro"],
        ),
    ]
    events: Annotated[
        list[str],
        Field(
            description="The types that are sent to it; `*` for all.",
            json_schema_extra={"items": {"type": "string", "enum": list(LISTENED_TO)}},
            examples=[["booking.created", "booking.cancelled"]],
        ),
    ]
    enabled: Annotated[bool, Field(description="Whether events are sent to it.")]
    createdAt: Annotated[InstantShown, Field(description="When it was created.")]
    failingSince: Annotated[
        InstantShown | None,
        Field(description="Since when every attempt has failed; null after a success."),
    ]
    disabledAt: Annotated[
        InstantShown | None, Field(description="When it was disabled; null while it is enabled.")
    ]
    disabledBecause: Annotated[
        DisabledBecause | None,
        Field(description="`gone`: it answered 410. `failing`: it failed for five days. Else null."),
    ]
