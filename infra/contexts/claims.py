"""Claims: reported by members, with the consent to each and the mandates on it."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts

AREA = Area.CASES


def add_functions(parts: Parts) -> None:
    """Only ``mandates`` encrypts and decrypts who holds a mandate."""
    claims = parts.function("claims")
    grants.identify_members(parts, claims)
    grants.read(parts, claims, parts.tables.people, parts.tables.cases)
    grants.commit(parts, claims, parts.tables.cases)

    consents = parts.function("consents")
    grants.identify_members(parts, consents)
    grants.read(parts, consents, parts.tables.cases)
    grants.commit(parts, consents, parts.tables.cases)

    mandates = parts.function("mandates")
    grants.identify_members(parts, mandates)
    grants.read(parts, mandates, parts.tables.cases)
    grants.commit(parts, mandates, parts.tables.cases)
    grants.encrypt_field(parts, mandates, grants.HOLDER)
    grants.decrypt_field(parts, mandates, grants.HOLDER)
