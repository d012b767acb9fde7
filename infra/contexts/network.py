"""Network: clinics, their practitioners, and the slots of these."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts

AREA = Area.CLINICS


def add_functions(parts: Parts) -> None:
    """Members and clinic systems call both functions."""
    clinics = parts.function("clinics")
    grants.identify_members(parts, clinics)
    grants.identify_clinics(parts, clinics)
    grants.clinics(parts, clinics, "get")

    practitioners = parts.function("practitioners")
    grants.identify_members(parts, practitioners)
    grants.identify_clinics(parts, practitioners)
    grants.items(parts, practitioners, parts.tables.network, "get", "query", "put", "delete")
    grants.clinics(parts, practitioners, "get-many")
    grants.store_events(parts, practitioners)
