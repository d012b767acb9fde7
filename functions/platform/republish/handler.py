"""Publishes events of the last 30 days again, when a consumer or the bus has lost them.

Trigger: an operator, with ``make republish``; never the API.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.outbox.event_bus import EventBridge
from helsebro_aws.outbox.feed_numbers import FeedNumbers
from helsebro_aws.outbox.republish import Republisher
from helsebro_aws.outbox.republish_request import RepublishRequest, UnclearRequest
from helsebro_aws.platform.log import done

numbers, bus = FeedNumbers(), EventBridge()


def handler(event: Mapping[str, Any], context: object) -> dict[str, Any]:
    """Publishes the events ``{"eventIds"}``, or one page of ``{"from","until","cursor"?}``.

    With ``"dryRun": true`` it only counts. Returns
    ``{"found","published","missing","refused","nextCursor"}``; ``nextCursor`` is the cursor of the next page.
    A request that can never succeed gets ``{"error"}``, a text that says why. Raises ``Unavailable`` when the
    same call may succeed later.
    """
    try:
        request = RepublishRequest.read(event)
    except UnclearRequest as unclear:
        return {"error": str(unclear)}
    republisher = Republisher(numbers, bus, dry_run=request.dry_run)
    if request.span:
        page = republisher.of_span(request.span.since, request.span.until, request.cursor)
    else:
        page = republisher.of_ids(request.event_ids)
    done("outbox.republished", found=page.found, published=page.published, refused=len(page.refused))
    return {
        "found": page.found,
        "published": page.published,
        "missing": page.missing,
        "refused": page.refused,
        "nextCursor": page.next_cursor,
    }
