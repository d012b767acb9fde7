"""Numbers the events of clinics, and publishes all events from the outbox to the bus.

Trigger: the stream of the ``outbox`` table, new images, with ``ReportBatchItemFailures``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.outbox.event_bus import EventBridge
from helsebro_aws.outbox.feed_numbers import FeedNumbers
from helsebro_aws.outbox.outbox_failures import OutboxFailures
from helsebro_aws.outbox.outbox_stream import Publisher
from helsebro_aws.platform.log import done

publisher = Publisher(FeedNumbers(), EventBridge(), OutboxFailures())


def handler(event: Mapping[str, Any], context: object) -> dict[str, Any]:
    """Returns the records that must come again; an empty list when the bus has all of them."""
    again = publisher.publish(event["Records"])
    done("outbox.published", records=len(event["Records"]), again=len(again))
    return {"batchItemFailures": [{"itemIdentifier": number} for number in again]}
