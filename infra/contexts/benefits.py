"""Benefits: what a member has left of each benefit."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts

AREA = Area.INSURANCE


def add_functions(parts: Parts) -> None:
    """``benefits`` only reads."""
    benefits = parts.function("benefits")
    grants.identify_members(parts, benefits)
    grants.items(parts, benefits, parts.tables.people, "get-many", "query")
    grants.items(parts, benefits, parts.tables.cases, "get-many", "list")
    grants.custody(parts, benefits, "get")
