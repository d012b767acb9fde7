"""Notices: what the payer and the policyholder tell each other about a policy."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts

AREA = Area.INSURANCE


def add_functions(parts: Parts) -> None:
    """A notice changes its policy in the same commit."""
    notices = parts.function("notices")
    grants.identify_members(parts, notices)
    grants.items(parts, notices, parts.tables.people, "get", "query", "put", "update")
    grants.items(parts, notices, parts.tables.cases, "get")
    grants.store_events(parts, notices)
    grants.keep_answers(parts, notices)
