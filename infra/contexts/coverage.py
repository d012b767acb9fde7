"""Coverage: what a treatment would be covered with, and past decisions made again under other terms."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts

AREA = Area.INSURANCE


def add_functions(parts: Parts) -> None:
    """Both functions only read."""
    coverage = parts.function("coverage")
    grants.identify_members(parts, coverage)
    grants.read(parts, coverage, parts.tables.people, parts.tables.cases)

    # One call makes a thousand decisions: one whole processor, and nearly as long as the gateway waits.
    replays = parts.function("replays", timeout=Duration.seconds(29), memory=1769)
    grants.read(parts, replays, parts.tables.cases)
