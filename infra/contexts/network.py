"""Network: clinics, their practitioners, and the slots of these."""

from __future__ import annotations

from infra import grants
from infra.parts import Parts


def add_functions(parts: Parts) -> None:
    """Members and clinic systems call both functions."""
    clinics = parts.function("clinics")
    grants.know_members(parts, clinics)
    grants.know_clinics(parts, clinics)
    grants.read(parts, clinics, parts.tables.network)

    practitioners = parts.function("practitioners")
    grants.know_members(parts, practitioners)
    grants.know_clinics(parts, practitioners)
    grants.read(parts, practitioners, parts.tables.network)
    grants.commit(parts, practitioners, parts.tables.network)
