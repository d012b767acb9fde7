"""A webhook endpoint and a delivery as answers show them: without secret and without body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro.webhooks.delivery import Delivery
from helsebro.webhooks.endpoint import WebhookEndpoint
from helsebro_aws.dynamodb.record import instant, to_item

if TYPE_CHECKING:
    from helsebro_aws.webhooks.delivery_answer import DeliveryAnswer
    from helsebro_aws.webhooks.endpoint_answer import EndpointAnswer


def endpoint_shown(endpoint: WebhookEndpoint) -> EndpointAnswer:
    """Returns the endpoint, with whether it is enabled and why not."""
    return {
        "endpointId": endpoint.endpoint_id,
        "url": endpoint.url,
        "createdAt": instant(endpoint.created_at),
        "failingSince": to_item(endpoint.failing_since),
        "disabledAt": to_item(endpoint.disabled_at),
        "disabledBecause": endpoint.disabled_because,
        "events": list(endpoint.listens_to),
        "enabled": endpoint.enabled,
    }


def delivery_shown(delivery: Delivery) -> DeliveryAnswer:
    """Returns the delivery with all its attempts."""
    attempts: Any = to_item(delivery.attempts)
    return {
        "deliveryId": delivery.delivery_id,
        "endpointId": delivery.endpoint_id,
        "messageId": delivery.message_id,
        "type": delivery.type,
        "state": delivery.state,
        "createdAt": instant(delivery.created_at),
        "attempts": attempts,
        "nextAttemptAt": to_item(delivery.next_attempt_at),
        "replayOf": delivery.replay_of,
    }
