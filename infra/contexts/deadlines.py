"""Deadlines: what waits for an event that its consumer never handled, and how well deadlines are kept."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers

AREA = Area.PLATFORM


def add_functions(parts: Parts) -> None:
    """``sweep`` reads listings, and moves what it has sent again behind the others.

    ``service_levels`` reads the counts of a payer.
    """
    sweep = parts.function("sweep", timeout=Duration.minutes(5))
    grants.items(parts, sweep, parts.tables.cases, "list", "update")
    grants.items(parts, sweep, parts.tables.money, "list", "update")
    sweep.may(["events:PutEvents"], [parts.bus.events.event_bus_arn])
    consumers.every(parts, sweep, consumers.EVERY_QUARTER)

    service_levels = parts.function("service_levels", "charts")
    grants.read_service_levels(parts, service_levels)
