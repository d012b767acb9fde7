"""Who carries the cost and who is covered by what: payers, policies, members, coverage."""

from __future__ import annotations

from aws_cdk import Duration

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

    notices = parts.function("notices")
    grants.know_members(parts, notices)
    grants.read(parts, notices, parts.tables.people, parts.tables.cases)
    grants.commit(parts, notices, parts.tables.people)

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

    # A thousand decisions a call: a whole processor, and nearly all the time the gateway waits.
    replays = parts.function("replays", timeout=Duration.seconds(29), memory=1769)
    grants.read(parts, replays, parts.tables.cases)
