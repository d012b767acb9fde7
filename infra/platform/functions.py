"""The platform's own functions, which no context has."""

from __future__ import annotations

from aws_cdk import CustomResource, Duration, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as sources

from infra import grants
from infra.parts import Parts
from infra.reasons import EVERY_STREAM, acknowledge

WAIT_FOR_KEY = Duration.minutes(5)
"""How long CloudFormation waits for the key. Lambda repeats a failed call after one and after two minutes."""
INSERTED = lambda_.FilterCriteria.filter({"eventName": lambda_.FilterRule.is_equal("INSERT")})


def add_functions(parts: Parts) -> None:
    """``authorize`` reads the issuers' public keys over HTTPS; it and ``help`` read no table or bucket."""
    parts.function("help")
    parts.function("authorize")
    _make_pseudonym_key(parts)
    _publish_outbox(parts)


def _make_pseudonym_key(parts: Parts) -> None:
    """Lets CloudFormation start the function once, before any call can need the key.

    The copy of the key is a parameter that the function writes: no deletion of a stack removes it.
    """
    make = parts.function("make_pseudonym_key", timeout=Duration.seconds(30))
    copy = f"helsebro/{parts.stage.name}/pseudonym-key"
    make.add_setting("HELSEBRO_PSEUDONYM_KEY_COPY", f"/{copy}")
    arn = Stack.of(make).format_arn(service="ssm", resource="parameter", resource_name=copy)
    grants.make_pseudonym_key(parts, make, copy=arn)
    made = CustomResource(
        make,
        "Made",
        resource_type="Custom::PseudonymKey",
        service_token=make.function.function_arn,
        service_timeout=WAIT_FOR_KEY,
    )
    # Without its role's policy the function may not write the key.
    made.node.add_dependency(make.role)


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
