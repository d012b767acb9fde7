"""What staff decide: tasks of claims and refunds, and the workflow that waits for them."""

from __future__ import annotations

from infra import grants
from infra.parts import Parts


def add_to(parts: Parts) -> None:
    """A decision may name a clinic or practitioner, which must be there: checked, not read."""
    tasks = parts.function("tasks")
    grants.read(parts, tasks, parts.tables.cases)
    grants.commit(parts, tasks, parts.tables.cases)
    grants.check(parts, tasks, parts.tables.network)
