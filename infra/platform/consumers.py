"""Consumers: functions that run on events of the bus or by the clock.

A function that EventBridge invokes itself is invoked asynchronously: Lambda retries a raised error twice
within about three minutes and then drops the event, which the rule's dead-letter queue never sees. So every
event waits in a queue of its consumer, which repeats it for much longer and keeps it when all attempts fail.
"""

from __future__ import annotations

from collections.abc import Iterable

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_lambda as lambda_

from infra.parts import Parts
from infra.platform.alarms import Kept
from infra.platform.queues import WorkQueue
from infra.small_function import SmallFunction
from infra.stage import LIVE

BATCH = 5


def of_events(
    parts: Parts,
    function: SmallFunction,
    types: Iterable[str],
    *,
    name: str | None = None,
    receives: int = 12,
    batch: int = BATCH,
    clinics_only: bool = False,
) -> WorkQueue:
    """Runs the function on a queue of the events of these types; returns the queue.

    The queue has the name of the function unless ``name`` is given. ``clinics_only`` leaves out events that
    concern no clinic.

    A message comes again after six times the function's timeout, ``receives`` times in all: with a timeout of
    10 seconds that is twelve minutes, after which it waits 14 days in the dead-letter queue.
    """
    queue = parts.queues.work_queue(name or function.name.replace("_", "-"), function.timeout, receives)
    reads(function, queue, batch=batch)
    parts.bus.to_queue(queue.name, types, queue.queue, clinics_only=clinics_only)
    return queue


def reads(function: SmallFunction, queue: WorkQueue, *, batch: int = BATCH) -> None:
    """Runs the function on batches of a queue; it reports the messages that must come again."""
    arn = queue.queue.queue_arn
    function.may(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], [arn])
    lambda_.CfnEventSourceMapping(
        function,
        "Queue",
        function_name=function.live.function_arn,
        event_source_arn=arn,
        batch_size=batch,
        function_response_types=["ReportBatchItemFailures"],
    )


def every(parts: Parts, function: SmallFunction, schedule: events.Schedule) -> None:
    """Runs the function by the clock. What fails three times is kept in a dead-letter queue."""
    dead = parts.queues.dead_letters(function.name.replace("_", "-"), Kept.RUNS)
    function.may(["sqs:SendMessage"], [dead.queue_arn])
    lambda_.CfnEventInvokeConfig(
        function,
        "WhenItFails",
        function_name=function.function.function_name,
        qualifier=LIVE,
        maximum_retry_attempts=2,
        maximum_event_age_in_seconds=3600,
        destination_config={"onFailure": {"destination": dead.queue_arn}},
    ).node.add_dependency(function.live)
    parts.bus.by_the_clock(function, function.live, schedule)


EVERY_NIGHT = events.Schedule.cron(hour="2", minute="10")
"""At night in Denmark and Norway, in winter and in summer."""
EVERY_QUARTER = events.Schedule.rate(Duration.minutes(15))
EVERY_HOUR = events.Schedule.rate(Duration.hours(1))
