"""``make redrive STAGE=dev QUEUE=invoices``: puts the dead letters of a consumer back into its queue.

Without ``QUEUE`` it lists every dead-letter queue that holds messages, and what to do with each. Consumers
count an event once, so that a message which had succeeded after all does no harm.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from infra.account.account import client, stage_of
from infra.stage import DEAD, UNDELIVERED, ForeignRegion, Stage, UnknownStage

OTHERWISE = {
    UNDELIVERED: "events that the bus could not hand over: make republish EVENTS=…",
    "outbox": "events that were not published: make republish EVENTS=…",
}
"""Dead-letter queues without a queue to go back to, and what to do instead."""


class UnknownQueue(Exception):
    """The stage has no such consumer; the text lists those that exist."""


def main() -> int:
    """Lists the dead letters, or moves those of ``QUEUE`` back. Returns 2 when it cannot."""
    try:
        to = stage_of(os.environ)
        sqs = client("sqs", region_name=to.region)
        if name := os.environ.get("QUEUE"):
            moved = move_back(to, name, sqs)
            print(f"{moved} messages of {name} go back into their queue.")
        else:
            print("\n".join(listed(to, sqs)))
    except (UnknownStage, ForeignRegion, UnknownQueue) as fault:
        print(fault, file=sys.stderr)
        return 2
    return 0


def listed(to: Stage, sqs: Any) -> list[str]:
    """Returns a line for each dead-letter queue that holds messages."""
    counts = {name: _count(sqs, url) for name, url in dead_letter_queues(to, sqs).items()}
    found = [
        f"{name:<20}{count:>6}  {OTHERWISE.get(name, f'make redrive STAGE={to.name} QUEUE={name}')}"
        for name, count in counts.items()
        if count
    ]
    return found or [f"{to.name} has no dead letters."]


def move_back(to: Stage, name: str, sqs: Any) -> int:
    """Starts to move the dead letters of a consumer back; returns how many. Raises ``UnknownQueue``."""
    found = dead_letter_queues(to, sqs)
    if name in OTHERWISE or name not in found:
        raise UnknownQueue(_unknown(name, sorted(found.keys() - OTHERWISE)))
    arn = sqs.get_queue_attributes(QueueUrl=found[name], AttributeNames=["QueueArn"])["Attributes"][
        "QueueArn"
    ]
    count = _count(sqs, found[name])
    if count:
        sqs.start_message_move_task(SourceArn=arn)
    return count


def dead_letter_queues(to: Stage, sqs: Any) -> dict[str, str]:
    """Returns consumer → address of its dead-letter queue."""
    pages = sqs.get_paginator("list_queues").paginate(QueueNamePrefix=to.named(""))
    urls = [url for page in pages for url in page.get("QueueUrls", [])]
    names = {url.rpartition("/")[2].removeprefix(to.named("")): url for url in urls}
    return {name.removesuffix(DEAD): url for name, url in sorted(names.items()) if name.endswith(DEAD)}


def _count(sqs: Any, url: str) -> int:
    asked = ["ApproximateNumberOfMessages"]
    answer: Mapping[str, str] = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=asked)["Attributes"]
    return int(answer[asked[0]])


def _unknown(name: str, known: Iterable[str]) -> str:
    return OTHERWISE.get(name) or f"No consumer has a queue {name!r}. Choose one: {', '.join(known)}."


if __name__ == "__main__":
    sys.exit(main())
