"""Sends events to clinics' systems by signed webhook.

Trigger: the queue ``webhooks``: events from the bus, and deliveries whose next attempt is due; with
``ReportBatchItemFailures``. Attempts of one batch run in parallel, so that a receiver that hangs does not
delay another (promise 12). Before each attempt the consent of the case is read: what would bring a client to
a clinic is not sent without one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

from helsebro.webhooks.delivery import Delivery
from helsebro_aws.guarantees.consent.passing_on import is_consented
from helsebro_aws.platform.log import failed
from helsebro_aws.webhooks import safe_address, sender
from helsebro_aws.webhooks.courier import Courier
from helsebro_aws.webhooks.dynamo_deliveries import DynamoDeliveries
from helsebro_aws.webhooks.dynamo_webhook_endpoints import DynamoWebhookEndpoints
from helsebro_aws.webhooks.queue import WebhookQueue

PARALLEL = 50
courier = Courier(
    DynamoWebhookEndpoints(),
    DynamoDeliveries(),
    WebhookQueue(within=30),
    partial(sender.post, local=safe_address.is_local()),
    is_consented,
)


def handler(event: Mapping[str, Any], context: object) -> dict[str, Any]:
    """Returns the messages that must come again, because a fault of ours stopped them."""
    with ThreadPoolExecutor(PARALLEL) as pool:
        read = {record["messageId"]: pool.submit(_due, record["body"]) for record in event["Records"]}
        broken = {message_id for message_id, due in read.items() if _failed(due, message_id)}
        attempts = [
            (message_id, pool.submit(courier.attempt, delivery))
            for message_id, due in read.items()
            if message_id not in broken
            for delivery in due.result()
        ]
        broken |= {message_id for message_id, attempt in attempts if _failed(attempt, message_id)}
    return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in sorted(broken)]}


def _due(body: str) -> Sequence[Delivery]:
    return courier.due(json.loads(body))


def _failed(work: Future[Any], message_id: str) -> bool:
    fault = work.exception()
    if fault:
        failed(fault, messageId=message_id)
    return fault is not None
