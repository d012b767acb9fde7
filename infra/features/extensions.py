"""More sessions or more time: what members ask for; a clinic asks with its events (``clinic_systems``)."""

from __future__ import annotations

from infra import grants
from infra.parts import Parts


def add_to(parts: Parts) -> None:
    """The payer is read for its contact, which a denial names."""
    extensions = parts.function("extensions")
    grants.know_members(parts, extensions)
    grants.read(parts, extensions, parts.tables.cases, parts.tables.people)
    grants.commit(parts, extensions, parts.tables.cases)
