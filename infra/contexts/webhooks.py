"""Webhooks: the endpoints of clinic systems, and the signed deliveries to them."""

from __future__ import annotations

from aws_cdk import Duration

from helsebro.webhooks.endpoint import TO_DELIVERIES
from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers
from infra.platform.protection import encrypted_fields

AREA = Area.CLINICS


def add_functions(parts: Parts) -> None:
    """``deliver_webhook`` puts a delivery that is not yet due back into its queue."""
    endpoints = parts.function("webhook_endpoints")
    grants.identify_members(parts, endpoints)
    grants.identify_clinics(parts, endpoints)
    grants.clinics(parts, endpoints, "get", "query", "put", "update", "delete")
    grants.store_events(parts, endpoints)
    grants.keep_answers(parts, endpoints)
    grants.encrypt_field(parts, endpoints, encrypted_fields.ENDPOINT_SECRET, encrypted_fields.SHOWN_SECRET)
    grants.decrypt_field(parts, endpoints, encrypted_fields.ENDPOINT_SECRET, encrypted_fields.SHOWN_SECRET)

    deliver = parts.function("deliver_webhook", timeout=Duration.seconds(30))
    grants.clinics(parts, deliver, "get", "query", "put", "update")
    grants.store_events(parts, deliver)
    grants.decrypt_field(parts, deliver, encrypted_fields.ENDPOINT_SECRET)
    # Whether the consent of the case is still in force.
    grants.items(parts, deliver, parts.tables.cases, "get")
    queue = consumers.of_events(
        parts, deliver, TO_DELIVERIES, name="webhooks", batch=10, clinics_only=True
    ).queue
    deliver.may(["sqs:SendMessage"], [queue.queue_arn])
    deliver.add_setting("HELSEBRO_WEBHOOKS_QUEUE", queue.queue_url)
