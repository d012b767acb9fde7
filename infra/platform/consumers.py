"""Consumers: functions that run on events of the bus or by the clock.

A function that EventBridge invokes itself is invoked asynchronously: Lambda retries a raised error twice
within about three minutes and then drops the event, which the rule's dead-letter queue never sees. So every
event waits in a queue of its consumer, which repeats it for much longer and keeps it when all attempts fail.
"""

from __future__ import annotations

from collections.abc import Iterable

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_lambda_destinations as destinations
from aws_cdk import aws_lambda_event_sources as sources

from infra.parts import Parts
from infra.platform.queues import WorkQueue
from infra.small_function import SmallFunction

BATCH = 5


def of_events(
    parts: Parts, function: SmallFunction, types: Iterable[str], *, receives: int = 12, batch: int = BATCH
) -> WorkQueue:
    """Runs the function on a queue of the events of these types; returns the queue.

    A message comes again after six times the function's timeout, ``receives`` times in all: with a timeout of
    10 seconds that is twelve minutes, after which it waits 14 days in the dead-letter queue.
    """
    queue = parts.queues.work_queue(function.name.replace("_", "-"), function.timeout, receives)
    reads(function, queue, batch=batch)
    parts.bus.to_queue(queue.name, types, queue.queue, parts.queues.dead_letters(f"to-{queue.name}"))
    return queue


def reads(function: SmallFunction, queue: WorkQueue, *, batch: int = BATCH) -> None:
    """Runs the function on batches of a queue; it reports the messages that must come again."""
    function.function.add_event_source(
        sources.SqsEventSource(queue.queue, batch_size=batch, report_batch_item_failures=True)
    )


def every(parts: Parts, function: SmallFunction, schedule: events.Schedule) -> None:
    """Runs the function by the clock. What fails three times is kept in a dead-letter queue."""
    dead = parts.queues.dead_letters(function.name.replace("_", "-"))
    function.function.configure_async_invoke(
        on_failure=destinations.SqsDestination(dead), retry_attempts=2, max_event_age=Duration.hours(1)
    )
    parts.bus.by_the_clock(function, schedule, dead)


EVERY_NIGHT = events.Schedule.cron(hour="2", minute="10")
"""At night in Denmark and Norway, in winter and in summer."""
EVERY_QUARTER = events.Schedule.rate(Duration.minutes(15))
