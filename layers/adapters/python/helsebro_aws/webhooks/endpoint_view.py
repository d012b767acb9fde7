"""A webhook endpoint and a delivery as answers show them: without secret and without body."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from helsebro.webhooks.delivery import Delivery
from helsebro.webhooks.endpoint import WebhookEndpoint
from helsebro_aws.dynamodb.record import to_item

ENDPOINT_FIELDS = ("endpointId", "url", "createdAt", "failingSince", "disabledAt", "disabledBecause")
DELIVERY_FIELDS = (
    "deliveryId",
    "endpointId",
    "messageId",
    "type",
    "state",
    "createdAt",
    "attempts",
    "nextAttemptAt",
    "replayOf",
)


def endpoint_shown(endpoint: WebhookEndpoint) -> dict[str, Any]:
    """Returns the endpoint, with whether it is enabled and why not."""
    item: dict[str, Any] = to_item(replace(endpoint, secrets=()))
    return {name: item.get(name) for name in ENDPOINT_FIELDS} | {
        "events": list(endpoint.listens_to),
        "enabled": endpoint.enabled,
    }


def delivery_shown(delivery: Delivery) -> dict[str, Any]:
    """Returns the delivery with all its attempts."""
    item: dict[str, Any] = to_item(delivery)
    return {name: item.get(name) for name in DELIVERY_FIELDS}
