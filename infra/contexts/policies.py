"""Policies: payers, their policies and index tables, and the members that the policies insure."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform.protection import encrypted_fields

AREA = Area.INSURANCE


def add_functions(parts: Parts) -> None:
    """Only ``policies`` writes a person's CPR number, encrypted."""
    payers = parts.function("payers")
    grants.payers(parts, payers, "get", "get-many", "put", "delete")
    grants.paying_accounts(parts, payers, "get", "put")
    # The pseudonym key makes the digest of an address, by which a person with two logins is known.
    grants.identify_members(parts, payers)
    grants.keep_answers(parts, payers)
    grants.store_events(parts, payers)

    policies = parts.function("policies")
    grants.identify_members(parts, policies)
    grants.items(parts, policies, parts.tables.people, "get", "query", "list", "put", "delete", "check")
    grants.store_events(parts, policies)
    grants.keep_answers(parts, policies)
    grants.encrypt_field(parts, policies, encrypted_fields.NUMBER)
    # The family of an enrolled child, and the task about a second one.
    grants.custody(parts, policies, "get")
    grants.items(parts, policies, parts.tables.cases, "put")

    people = parts.function("people")
    grants.identify_members(parts, people)
    grants.items(parts, people, parts.tables.people, "query")
    grants.items(parts, people, parts.tables.cases, "get", "list")
    grants.items(parts, people, parts.tables.audit, "put")

    indexes = parts.function("indexes")
    grants.identify_members(parts, indexes)
    grants.items(parts, indexes, parts.tables.people, "get", "query", "put")
    grants.store_events(parts, indexes)

    members = parts.function("members")
    grants.identify_members(parts, members)
    grants.items(parts, members, parts.tables.people, "get", "get-many", "query")
    grants.items(parts, members, parts.tables.cases, "list")
    grants.custody(parts, members, "get", "get-many", "query")
