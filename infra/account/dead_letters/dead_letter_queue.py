"""The dead-letter queues of a stage, and which of them belong to a queue.

SQS moves dead letters only back into a queue. The others take what failed elsewhere: the outbox's stream, a
target of the bus, or a function that the clock starts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from infra.account.command import CommandFault
from infra.stage import DEAD, UNDELIVERED, Stage

OF_EVENTS = {
    "outbox": "events that were not published",
    UNDELIVERED: "events that the bus could not hand over",
}
"""Dead-letter queues without a queue to go back to whose events are published again, and what they hold."""
OF_SCHEDULES = "failed-schedules"
"""The dead-letter queue of the schedules of deadlines."""


class UnknownQueue(CommandFault):
    """The stage has no such dead-letter queue; the text lists those that exist."""


@dataclass(frozen=True)
class DeadLetterQueue:
    """A dead-letter queue; ``has_source`` says whether its messages come from a queue of the same name."""

    name: str
    url: str
    has_source: bool

    def remedy(self, stage: Stage) -> str:
        """Returns what an operator does about its messages."""
        on = f"STAGE={stage.name}"
        chosen = f"{on} QUEUE={self.name}"
        if self.has_source:
            return f"make redrive {chosen}"
        purge = f"then make purge-dead-letters {chosen}"
        if self.name in OF_EVENTS:
            return (
                f"{OF_EVENTS[self.name]}: make redrive {chosen} SHOW=1, make republish {on} EVENTS=…, {purge}"
            )
        if self.name == OF_SCHEDULES:
            return f"deadlines that were not woken; the sweep wakes them: see that it succeeds, {purge}"
        return f"runs that failed; the next run does the work: see that it succeeds, {purge}"


def dead_letter_queues(to: Stage, sqs: Any) -> dict[str, DeadLetterQueue]:
    """Returns name → dead-letter queue of every one of the stage."""
    pages = sqs.get_paginator("list_queues").paginate(QueueNamePrefix=to.named(""))
    urls = [url for page in pages for url in page.get("QueueUrls", [])]
    names = {url.rpartition("/")[2].removeprefix(to.named("")): url for url in urls}
    found = {name.removesuffix(DEAD): url for name, url in sorted(names.items()) if name.endswith(DEAD)}
    return {name: DeadLetterQueue(name, url, name in names) for name, url in found.items()}


def dead_letter_queue(to: Stage, name: str, sqs: Any) -> DeadLetterQueue:
    """Returns the dead-letter queue of this name. Raises ``UnknownQueue``."""
    found = dead_letter_queues(to, sqs)
    if name not in found:
        known = ", ".join(found) or "the stage is not deployed in this account and region"
        raise UnknownQueue(f"{to.name} has no dead-letter queue {name!r}. There are: {known}.")
    return found[name]


def count(queue: DeadLetterQueue, sqs: Any) -> int:
    """Returns about how many messages the queue holds."""
    asked = ["ApproximateNumberOfMessages"]
    answer = sqs.get_queue_attributes(QueueUrl=queue.url, AttributeNames=asked)
    return int(answer["Attributes"][asked[0]])
