"""The platform's own functions: they identify callers, say where to get help, and publish the outbox."""

from __future__ import annotations

from aws_cdk import Duration
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as sources

from infra import grants
from infra.parts import Parts
from infra.reasons import EVERY_STREAM, acknowledge
from infra.small_function import SmallFunction

INSERTED = lambda_.FilterCriteria.filter({"eventName": lambda_.FilterRule.is_equal("INSERT")})
"""An update of a row, such as its number, and its removal are no events."""


def add_functions(parts: Parts) -> None:
    """``authorize`` reads the issuers' public keys over HTTPS; it and ``help`` read no table or bucket."""
    parts.function("help")
    parts.function("authorize")
    _publish_outbox(parts)
    _republish(parts)


def _publish_outbox(parts: Parts) -> None:
    """Repeats a record of the stream for 23 hours, while it may succeed; the stream itself keeps it for 24.

    The function sets a bad row aside by itself, so the number of attempts has no limit: with one, a bus that
    is down for an hour would use up the attempts of every row.
    """
    publish = parts.function("publish_outbox", timeout=Duration.seconds(30))
    failures = parts.queues.dead_letters("outbox")
    publish.function.add_event_source(
        sources.DynamoEventSource(
            parts.tables.outbox,
            starting_position=lambda_.StartingPosition.TRIM_HORIZON,
            batch_size=50,
            bisect_batch_on_error=True,
            max_record_age=Duration.hours(23),
            report_batch_item_failures=True,
            on_failure=sources.SqsDlq(failures),
            filters=[INSERTED],
        )
    )
    parts.alarms.on_old_records(publish.name, publish.function)
    _publishes(parts, publish)
    publish.add_setting("HELSEBRO_OUTBOX_FAILURES_QUEUE", failures.queue_url)
    acknowledge(publish.role, EVERY_STREAM)
    publish.may(["sqs:SendMessage"], [failures.queue_arn])


def _republish(parts: Parts) -> None:
    """An operator invokes it; it reads the whole outbox page by page, which no other function may."""
    republish = parts.function("republish", timeout=Duration.seconds(60))
    _publishes(parts, republish)
    republish.may(["dynamodb:Scan"], [parts.tables.outbox.table_arn])


def _publishes(parts: Parts, function: SmallFunction) -> None:
    """Numbers the events of clinics, in their feeds and on their rows, and puts events on the bus."""
    grants.commit(parts, function)
    function.may(["dynamodb:BatchGetItem", "dynamodb:UpdateItem"], [parts.tables.outbox.table_arn])
    feeds = {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["*#events"]}}
    operations = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"]
    function.may(operations, [parts.tables.network.table_arn], **feeds)
    parts.bus.events.grant_put_events_to(function.role)
