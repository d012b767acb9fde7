"""Who carries the cost and who is covered by what: payers, policies, members, coverage."""

from __future__ import annotations

from infra import grants
from infra.parts import Parts


def add_to(parts: Parts) -> None:
    """Only ``policies`` writes a person's CPR number, sealed."""
    payers = parts.function("payers")
    grants.read(parts, payers, parts.tables.people)
    grants.commit(parts, payers, parts.tables.people)

    policies = parts.function("policies")
    grants.know_members(parts, policies)
    grants.read(parts, policies, parts.tables.people)
    grants.commit(parts, policies, parts.tables.people)
    grants.seal_field(parts, policies, grants.NUMBER)

    indexes = parts.function("indexes")
    grants.read(parts, indexes, parts.tables.people)
    grants.commit(parts, indexes, parts.tables.people)

    members = parts.function("members")
    grants.know_members(parts, members)
    grants.read(parts, members, parts.tables.people, parts.tables.cases)

    benefits = parts.function("benefits")
    grants.know_members(parts, benefits)
    grants.read(parts, benefits, parts.tables.people, parts.tables.cases)

    coverage = parts.function("coverage")
    grants.know_members(parts, coverage)
    grants.read(parts, coverage, parts.tables.people, parts.tables.cases)
