"""Who carries the cost and who is covered: payers, policies, members."""

from __future__ import annotations

from infra import grants
from infra.parts import Parts


def add_to(parts: Parts) -> None:
    """``payers`` are the platform's to set."""
    payers = parts.function("payers")
    grants.commit(parts, payers, parts.tables.people)
