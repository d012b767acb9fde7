"""Policies: payers, their policies and index tables, and the members that the policies insure."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts

AREA = Area.INSURANCE


def add_functions(parts: Parts) -> None:
    """Only ``policies`` writes a person's CPR number, encrypted."""
    payers = parts.function("payers")
    grants.read(parts, payers, parts.tables.people)
    grants.commit(parts, payers, parts.tables.people)

    policies = parts.function("policies")
    grants.identify_members(parts, policies)
    grants.read(parts, policies, parts.tables.people)
    grants.commit(parts, policies, parts.tables.people)
    grants.encrypt_field(parts, policies, grants.NUMBER)

    indexes = parts.function("indexes")
    grants.read(parts, indexes, parts.tables.people)
    grants.commit(parts, indexes, parts.tables.people)

    members = parts.function("members")
    grants.identify_members(parts, members)
    grants.read(parts, members, parts.tables.people, parts.tables.cases)
