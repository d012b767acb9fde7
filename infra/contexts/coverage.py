"""Coverage: what a treatment would be covered with, and past decisions made again under other terms."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts

AREA = Area.INSURANCE


def add_functions(parts: Parts) -> None:
    """All functions only read."""
    coverage = parts.function("coverage")
    grants.identify_members(parts, coverage)
    grants.items(parts, coverage, parts.tables.people, "get-many", "query")
    grants.payers(parts, coverage, "get")
    grants.items(parts, coverage, parts.tables.cases, "get-many", "list")
    grants.custody(parts, coverage, "get")

    grants.identify_members(parts, parts.function("fact_form"))

    # One call makes a thousand decisions: one whole processor, and nearly as long as the gateway waits.
    replays = parts.function("replays", timeout=Duration.seconds(29), memory=1769)
    grants.items(parts, replays, parts.tables.cases, "list")
    grants.identify_members(parts, replays)
