"""Complaints: members object to a denial, step by step. Their workflow is that of ``guarantees``."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts

AREA = Area.INSURANCE


def add_functions(parts: Parts) -> None:
    """The payer is read for its working days."""
    complaints = parts.function("complaints")
    grants.identify_members(parts, complaints)
    grants.items(parts, complaints, parts.tables.cases, "get", "get-many", "query", "put", "check")
    grants.custody(parts, complaints, "get")
    grants.payers(parts, complaints, "get")
    grants.store_events(parts, complaints)
    grants.keep_answers(parts, complaints, of_health=True)

    forms = parts.function("board_forms", "pdf", memory=1024)
    grants.identify_members(parts, forms)
    grants.items(parts, forms, parts.tables.cases, "get", "query")
    grants.custody(parts, forms, "get")
    # The name of the person.
    grants.items(parts, forms, parts.tables.people, "query")
    grants.payers(parts, forms, "get")
    grants.put_objects(parts, forms, parts.buckets.guarantees)
    grants.link_to_objects(parts, forms, parts.buckets.guarantees)
