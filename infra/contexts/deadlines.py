"""Deadlines: kept from events, woken by schedules, swept for what fell through, and counted."""

from __future__ import annotations

from aws_cdk import Duration

from helsebro.deadlines.clocks import EVENT_TYPES
from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers, partitions
from infra.platform.deadlines.deadline_schedules import DeadlineSchedules
from infra.small_function import SmallFunction

AREA = Area.PLATFORM
RECEIVES = 60
"""How often a message comes in all: for ten hours, since a deadline may wait for a repair of its data."""


def add_functions(parts: Parts) -> None:
    """``sweep`` reads listings, and moves what it has sent again behind the others.

    ``deadlines`` reads the listing of a queue, ``service_levels`` the counts of a payer.
    """
    keep = parts.function("keep_deadlines", timeout=Duration.seconds(30))
    _keeps_deadlines(parts, keep)
    # The policies, notices and enrolments that say until when a clock runs.
    grants.items(parts, keep, parts.tables.people, "get")
    consumers.of_events(parts, keep, EVENT_TYPES, receives=RECEIVES)

    fall_due = parts.function("fall_due", timeout=Duration.seconds(30))
    _keeps_deadlines(parts, fall_due)
    # The tasks of who waited to be confirmed as a guardian when the child turned 15.
    grants.items(parts, fall_due, parts.tables.cases, "update")
    called = parts.queues.work_queue("fall-due", fall_due.timeout, RECEIVES)
    consumers.reads(fall_due, called)

    sweep = parts.function("sweep", timeout=Duration.minutes(5))
    _keeps_deadlines(parts, sweep)
    grants.items(parts, sweep, parts.tables.cases, "query", "list", "update")
    grants.items(parts, sweep, parts.tables.money, "list", "update")
    sweep.may(["events:PutEvents"], [parts.bus.events.event_bus_arn])
    consumers.every(parts, sweep, consumers.EVERY_QUARTER)

    schedules = DeadlineSchedules(parts, called)
    for function in (keep, fall_due, sweep):
        schedules.let_schedule(function)

    deadlines = parts.function("deadlines")
    grants.items(parts, deadlines, parts.tables.cases, "list")
    grants.identify_members(parts, deadlines)

    service_levels = parts.function("service_levels", "charts")
    grants.of_no_case(parts, service_levels, partitions.SERVICE_LEVELS, "query")


def _keeps_deadlines(parts: Parts, function: SmallFunction) -> None:
    """Reads a deadline; stores it, its pointer, its counts and its events in one commit."""
    grants.items(parts, function, parts.tables.cases, "get", "put", "delete")
    # The clinics at work on a case whose consent expires.
    grants.items(parts, function, parts.tables.cases, "query")
    grants.of_no_case(parts, function, partitions.SERVICE_LEVELS, "update")
    grants.store_events(parts, function)
