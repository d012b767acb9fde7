"""What the routes of webhook endpoints answer, beside endpoints and deliveries."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.ids import DeliveryIdField, EndpointIdField
from helsebro_aws.webhooks.endpoint_answer import EndpointAnswer


class EndpointWithSecretAnswer(EndpointAnswer):
    """An endpoint with its new secret, which no other answer shows."""

    secret: Annotated[
        str,
        Field(
            description="The secret that signs our messages: `whsec_` and base64.",
            examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="],
        ),
    ]


class RequestedDeliveryAnswer(TypedDict):
    """A delivery that was asked for. The list of deliveries shows its result."""

    deliveryId: DeliveryIdField
    endpointId: EndpointIdField
