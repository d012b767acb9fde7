"""What a payer promises to pay: the guarantee, its paper, and the public check of its case reference."""

from __future__ import annotations

from infra import grants
from infra.parts import Parts


def add_to(parts: Parts) -> None:
    """``verify`` is for anybody and reads one guarantee by its case reference."""
    guarantees = parts.function("guarantees")
    grants.know_members(parts, guarantees)
    grants.know_clinics(parts, guarantees)
    grants.read(parts, guarantees, parts.tables.cases)
    grants.fetch(parts, guarantees, parts.buckets.guarantees)

    verify = parts.function("verify")
    grants.read(parts, verify, parts.tables.cases)
