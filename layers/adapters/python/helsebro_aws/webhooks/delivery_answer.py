"""Deliveries of webhooks in answers, without the message."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field, JsonValue
from typing_extensions import TypedDict

from helsebro.events import TO_CLINICS
from helsebro.webhooks.delivery import WAITS, AttemptOutcome, DeliveryState
from helsebro.webhooks.endpoint import TEST_TYPE
from helsebro_aws.http.fields.ids import DeliveryIdField, EndpointIdField, EventIdField
from helsebro_aws.http.fields.shown import InstantShown

SENT_TYPES: list[JsonValue] = [*sorted(TO_CLINICS), TEST_TYPE]


class AttemptAnswer(TypedDict):
    """One attempt to deliver a message."""

    at: Annotated[InstantShown, Field(description="When it was made.")]
    outcome: Annotated[
        AttemptOutcome, Field(description="`delivered` after a 2xx, `gone` after a 410, else `failed`.")
    ]
    durationMs: Annotated[int, Field(ge=0, description="How long it took, in milliseconds.", examples=[184])]
    status: NotRequired[
        Annotated[int, Field(description="The status of the receiver; absent without one.", examples=[200])]
    ]
    fault: NotRequired[
        Annotated[
            str,
            Field(
                description="Why there was no status: `timeout`, `unreachable`, `certificate`, "
                "`answer-malformed` or `address-refused`; absent otherwise.",
                examples=["timeout"],
            ),
        ]
    ]


class DeliveryAnswer(TypedDict):
    """A message to one endpoint, with every attempt."""

    deliveryId: DeliveryIdField
    endpointId: EndpointIdField
    messageId: Annotated[
        EventIdField,
        Field(description="The `webhook-id` of the message: the event's id, the same on every attempt."),
    ]
    type: Annotated[str, Field(description="The type of the event.", json_schema_extra={"enum": SENT_TYPES})]
    state: Annotated[
        DeliveryState,
        Field(
            description="`pending`: an attempt is to come. `exhausted`: the last attempt failed. "
            "`cancelled`: the endpoint is gone, disabled or deleted."
        ),
    ]
    createdAt: Annotated[InstantShown, Field(description="When it was created.")]
    attempts: Annotated[
        list[AttemptAnswer],
        Field(max_length=len(WAITS) + 1, description="The attempts so far, oldest first."),
    ]
    nextAttemptAt: Annotated[
        InstantShown | None, Field(description="When the next attempt is due; null when none is.")
    ]
    replayOf: Annotated[
        DeliveryIdField | None,
        Field(description="The delivery that this one repeats; null unless a replay was asked for."),
    ]
