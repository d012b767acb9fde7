"""The platform's own functions: callers, help, the outbox, and changes of stored items."""

from __future__ import annotations

import json

from aws_cdk import CustomResource, Duration
from aws_cdk import aws_lambda as lambda_

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform.alarms import Kept
from infra.reasons import EVERY_STREAM, acknowledge
from infra.small_function import SmallFunction

AREA = Area.PLATFORM
WAIT_FOR_KEY = Duration.minutes(5)
"""How long CloudFormation waits for the key. Lambda repeats a failed call after one and after two minutes."""
INSERTED = {"eventName": ["INSERT"]}
"""The records of the outbox that are events: not the update that gives a row its number, nor a removal."""
WITHOUT_LIMIT = -1


def add_functions(parts: Parts) -> None:
    """``authorize`` reads the issuers' public keys over HTTPS; these three read no table or bucket."""
    parts.function("help")
    parts.function("reference").add_setting("HELSEBRO_REFERENCE_URL", parts.parameters["ReferenceUrl"])
    parts.function("authorize")
    _make_pseudonym_key(parts)
    _publish_outbox(parts)
    _backfill(parts)
    _republish(parts)


def _make_pseudonym_key(parts: Parts) -> None:
    """Lets CloudFormation start the function once, before any call can need the key.

    The copy of the key is a parameter that the function writes: no deletion of a stack removes it.
    """
    make = parts.function("make_pseudonym_key", timeout=Duration.seconds(30))
    copy = parts.stage.path_of("pseudonym-key")
    make.add_setting("HELSEBRO_PSEUDONYM_KEY_COPY", copy)
    grants.make_pseudonym_key(parts, make, copy=copy)
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
    """Repeats a record of the stream for 23 hours, while it may succeed; the stream itself keeps it for 24.

    The function sets a bad row aside by itself, so the number of attempts has no limit: with one, a bus that
    is down for an hour would use up the attempts of every row.
    """
    publish = parts.function("publish_outbox", timeout=Duration.seconds(30))
    outbox, failures = parts.tables.outbox, parts.queues.dead_letters("outbox", Kept.ROWS)
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
        maximum_retry_attempts=WITHOUT_LIMIT,
        maximum_record_age_in_seconds=Duration.hours(23).to_seconds(),
        function_response_types=["ReportBatchItemFailures"],
        filter_criteria={"filters": [{"pattern": json.dumps(INSERTED)}]},
        destination_config={"onFailure": {"destination": failures.queue_arn}},
    )
    parts.alarms.on_old_records("outbox", publish.function)
    publish.may(["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"], [stream])
    publish.may(["dynamodb:ListStreams"], ["*"])
    acknowledge(publish.role, EVERY_STREAM)
    publish.may(["kms:Decrypt"], [parts.keys.data.key_arn])
    _publishes(parts, publish)
    # The mark of a row that failed once.
    grants.items(parts, publish, parts.tables.idempotency, "put")
    publish.may(["sqs:SendMessage"], [failures.queue_arn])
    publish.add_setting("HELSEBRO_OUTBOX_FAILURES_QUEUE", failures.queue_url)


def _backfill(parts: Parts) -> None:
    """Reads whole tables and updates items in them; what is encrypted in an item stays encrypted.

    The rows by which persons are found hold digests, which need the pseudonym key.
    """
    backfill = parts.function("backfill", timeout=Duration.minutes(5))
    grants.identify_members(parts, backfill)
    tables = parts.tables
    lasting = (tables.cases, tables.people, tables.network, tables.money, tables.audit)
    for table in lasting:
        grants.items(parts, backfill, table, "scan", "update")


def _republish(parts: Parts) -> None:
    """An operator invokes it; it reads the whole outbox page by page, which no other function may."""
    republish = parts.function("republish", timeout=Duration.seconds(60))
    _publishes(parts, republish)
    grants.items(parts, republish, parts.tables.outbox, "scan")


def _publishes(parts: Parts, function: SmallFunction) -> None:
    """Numbers the events of clinics, on their rows and in their feeds, and puts events on the bus."""
    grants.items(parts, function, parts.tables.outbox, "get-many", "update")
    grants.feeds(parts, function, "get", "put", "update")
    function.may(["events:PutEvents"], [parts.bus.events.event_bus_arn])
