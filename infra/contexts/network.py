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
    grants.read(parts, clinics, parts.tables.network)

    practitioners = parts.function("practitioners")
    grants.identify_members(parts, practitioners)
    grants.identify_clinics(parts, practitioners)
    grants.read(parts, practitioners, parts.tables.network)
    grants.commit(parts, practitioners, parts.tables.network)
