"""Webhooks: the endpoints of clinic systems, and the signed deliveries to them."""

from __future__ import annotations

from helsebro.webhooks.endpoint import TO_DELIVERIES
from infra import grants
from infra.parts import Parts
from infra.platform import consumers


def add_functions(parts: Parts) -> None:
    """``deliver_webhook`` puts a delivery that is not yet due back into its queue."""
    endpoints = parts.function("webhook_endpoints")
    grants.identify_members(parts, endpoints)
    grants.identify_clinics(parts, endpoints)
    grants.read(parts, endpoints, parts.tables.network)
    grants.commit(parts, endpoints, parts.tables.network)
    grants.encrypt_field(parts, endpoints, grants.ENDPOINT_SECRET, grants.SHOWN_SECRET)
    grants.decrypt_field(parts, endpoints, grants.ENDPOINT_SECRET, grants.SHOWN_SECRET)

    queue = parts.queues.webhooks
    deliver = parts.function("deliver_webhook", timeout=queue.timeout)
    grants.read(parts, deliver, parts.tables.network)
    grants.commit(parts, deliver, parts.tables.network)
    grants.decrypt_field(parts, deliver, grants.ENDPOINT_SECRET)
    deliver.may(["sqs:SendMessage"], [queue.queue.queue_arn])
    consumers.reads(deliver, queue, batch=10)
    parts.bus.to_queue(
        "webhooks", TO_DELIVERIES, queue.queue, parts.queues.dead_letters("to-webhooks"), clinics_only=True
    )
