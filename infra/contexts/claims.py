"""Claims: reported by members, with the consent to each and the mandates on it."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform.protection import encrypted_fields

AREA = Area.CASES


def add_functions(parts: Parts) -> None:
    """Only ``mandates`` encrypts and decrypts who holds a mandate."""
    claims = parts.function("claims")
    grants.identify_members(parts, claims)
    grants.items(parts, claims, parts.tables.people, "get-many", "query")
    grants.payers(parts, claims, "get")
    grants.items(parts, claims, parts.tables.cases, "get-many", "query", "list", "put")
    grants.store_events(parts, claims)
    grants.keep_answers(parts, claims)

    facts = parts.function("facts")
    grants.identify_members(parts, facts)
    grants.items(parts, facts, parts.tables.people, "get-many", "query")
    grants.payers(parts, facts, "get")
    grants.clinics(parts, facts, "get")
    # An answer to a question about a refund is stored on the refund.
    # The explanation of a denial names the guarantee of another claim that the person already has.
    grants.items(parts, facts, parts.tables.cases, "get-many", "query", "list", "put", "update")
    grants.store_events(parts, facts)

    consents = parts.function("consents")
    grants.identify_members(parts, consents)
    grants.items(parts, consents, parts.tables.cases, "get", "query", "put")
    grants.store_events(parts, consents)

    clinic_consents = parts.function("clinic_consents")
    grants.identify_members(parts, clinic_consents)
    grants.items(parts, clinic_consents, parts.tables.cases, "get", "query", "put")
    grants.clinics(parts, clinic_consents, "get")
    grants.store_events(parts, clinic_consents)

    personal_consents = parts.function("personal_consents")
    grants.identify_members(parts, personal_consents)
    grants.items(parts, personal_consents, parts.tables.people, "get", "get-many", "query", "put")
    grants.items(parts, personal_consents, parts.tables.cases, "query", "list")
    grants.store_events(parts, personal_consents)

    receipts = parts.function("consent_receipts", "pdf", memory=1024)
    grants.identify_members(parts, receipts)
    grants.items(parts, receipts, parts.tables.cases, "get", "query")
    grants.items(parts, receipts, parts.tables.people, "get-many", "query")
    grants.payers(parts, receipts, "get")
    grants.clinics(parts, receipts, "get")
    grants.put_objects(parts, receipts, parts.buckets.guarantees)
    grants.link_to_objects(parts, receipts, parts.buckets.guarantees)

    mandates = parts.function("mandates")
    grants.identify_members(parts, mandates)
    grants.items(parts, mandates, parts.tables.cases, "get", "get-many", "put", "update")
    grants.store_events(parts, mandates)
    grants.keep_answers(parts, mandates)
    grants.encrypt_field(parts, mandates, encrypted_fields.HOLDER)
    grants.decrypt_field(parts, mandates, encrypted_fields.HOLDER)
