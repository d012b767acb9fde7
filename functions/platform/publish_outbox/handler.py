"""Publishes events from the outbox to the bus.

Trigger: the stream of the ``outbox`` table, new images, with ``ReportBatchItemFailures``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.outbox import outbox_stream
from helsebro_aws.outbox.event_bus import EventBridge, OutboxFailures
from helsebro_aws.platform.log import done

bus = EventBridge()
failures = OutboxFailures()


def handler(event: Mapping[str, Any], context: object) -> dict[str, Any]:
    """Returns the records that must come again; an empty list when the bus has all of them."""
    again = outbox_stream.publish(event["Records"], bus, failures)
    done("outbox.published", records=len(event["Records"]), again=len(again))
    return {"batchItemFailures": [{"itemIdentifier": number} for number in again]}
