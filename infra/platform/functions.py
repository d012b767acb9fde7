"""The platform's own functions, which no context has."""

from __future__ import annotations

import json

from aws_cdk import CustomResource, Duration, Stack
from aws_cdk import aws_lambda as lambda_

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.reasons import EVERY_STREAM, acknowledge

AREA = Area.PLATFORM
WAIT_FOR_KEY = Duration.minutes(5)
"""How long CloudFormation waits for the key. Lambda repeats a failed call after one and after two minutes."""
INSERTED = {"eventName": ["INSERT"]}


def add_functions(parts: Parts) -> None:
    """``authorize`` reads the issuers' public keys over HTTPS; it and ``help`` read no table or bucket."""
    parts.function("help")
    parts.function("authorize")
    _make_pseudonym_key(parts)
    _publish_outbox(parts)
    _backfill(parts)


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
    outbox, failures = parts.tables.outbox, parts.queues.dead_letters("outbox")
    stream = outbox.table_stream_arn
    assert stream
    lambda_.CfnEventSourceMapping(
        publish,
        "Stream",
        function_name=publish.live.function_arn,
        event_source_arn=stream,
        starting_position="TRIM_HORIZON",
        batch_size=50,
        bisect_batch_on_function_error=True,
        maximum_retry_attempts=20,
        maximum_record_age_in_seconds=Duration.hours(12).to_seconds(),
        function_response_types=["ReportBatchItemFailures"],
        filter_criteria={"filters": [{"pattern": json.dumps(INSERTED)}]},
        destination_config={"onFailure": {"destination": failures.queue_arn}},
    )
    parts.alarms.on_old_records(publish.name, publish.function)
    publish.may(["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"], [stream])
    publish.may(["dynamodb:ListStreams"], ["*"])
    acknowledge(publish.role, EVERY_STREAM)
    publish.may(["kms:Decrypt"], [parts.keys.data.key_arn])
    publish.may(["events:PutEvents"], [parts.bus.events.event_bus_arn])
    publish.may(["sqs:SendMessage"], [failures.queue_arn])
    publish.add_setting("HELSEBRO_OUTBOX_FAILURES_QUEUE", failures.queue_url)


def _backfill(parts: Parts) -> None:
    """Reads whole tables and updates items in them; what is encrypted in an item stays encrypted."""
    backfill = parts.function("backfill", timeout=Duration.minutes(5))
    tables = parts.tables
    lasting = (tables.cases, tables.people, tables.network, tables.money, tables.audit)
    backfill.may(["dynamodb:Scan", "dynamodb:UpdateItem"], [table.table_arn for table in lasting])
    only_there = {
        "StringEquals": {"kms:ViaService": f"dynamodb.{Stack.of(parts.scope).region}.amazonaws.com"}
    }
    backfill.may(grants.WRITES_AT_REST, [parts.keys.data.key_arn], **only_there)
