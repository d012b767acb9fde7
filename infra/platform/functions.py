"""The platform's own functions: they identify callers, say where to get help, and publish the outbox."""

from __future__ import annotations

from aws_cdk import Duration
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as sources

from infra.parts import Parts
from infra.reasons import EVERY_STREAM, acknowledge

INSERTED = lambda_.FilterCriteria.filter({"eventName": lambda_.FilterRule.is_equal("INSERT")})


def add_functions(parts: Parts) -> None:
    """``authorize`` reads the issuers' public keys over HTTPS; it and ``help`` read no table or bucket."""
    parts.function("help")
    parts.function("authorize")
    _publish_outbox(parts)


def _publish_outbox(parts: Parts) -> None:
    """Sends a bad record of the stream to a queue; Lambda would retry it for a day and then drop it."""
    publish = parts.function("publish_outbox")
    failures = parts.queues.dead_letters("outbox")
    publish.function.add_event_source(
        sources.DynamoEventSource(
            parts.tables.outbox,
            starting_position=lambda_.StartingPosition.TRIM_HORIZON,
            batch_size=50,
            bisect_batch_on_error=True,
            retry_attempts=20,
            max_record_age=Duration.hours(12),
            report_batch_item_failures=True,
            on_failure=sources.SqsDlq(failures),
            filters=[INSERTED],
        )
    )
    parts.alarms.on_old_records(publish.name, publish.function)
    parts.bus.events.grant_put_events_to(publish.role)
    publish.add_setting("HELSEBRO_OUTBOX_FAILURES_QUEUE", failures.queue_url)
    acknowledge(publish.role, EVERY_STREAM)
    publish.may(["sqs:SendMessage"], [failures.queue_arn])
