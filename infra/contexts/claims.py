"""Claims: reported by members, with the consent to each and the mandates on it."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers
from infra.platform.protection import encrypted_fields

AREA = Area.CASES


def add_functions(parts: Parts) -> None:
    """Only the functions of mandates encrypt who holds one, and only ``drafts`` writes drafts.

    ``claims`` reads a draft that is sent, and erases it with the commit of its claim.
    """
    claims = parts.function("claims")
    grants.identify_members(parts, claims)
    grants.items(parts, claims, parts.tables.people, "get-many", "query")
    grants.payers(parts, claims, "get")
    grants.items(parts, claims, parts.tables.cases, "get", "get-many", "query", "list", "put")
    grants.store_events(parts, claims)
    grants.keep_answers(parts, claims, of_health=True)
    grants.drafts(parts, claims, "get", "put")
    grants.decrypt_field(parts, claims, encrypted_fields.DRAFT)
    # Who guards a child, here and below; the others read cases anyway.
    grants.custody(parts, claims, "get")

    drafts = parts.function("drafts")
    grants.identify_members(parts, drafts)
    grants.items(parts, drafts, parts.tables.people, "get-many", "query")
    grants.items(parts, drafts, parts.tables.cases, "get-many", "list")
    grants.custody(parts, drafts, "get")
    grants.drafts(parts, drafts, "get", "put", "delete")
    grants.keep_answers(parts, drafts)
    written = (encrypted_fields.DRAFT, encrypted_fields.DRAFT_ANSWER)
    grants.encrypt_field(parts, drafts, *written)
    grants.decrypt_field(parts, drafts, *written)

    facts = parts.function("facts")
    grants.identify_members(parts, facts)
    grants.items(parts, facts, parts.tables.people, "get-many", "query")
    grants.payers(parts, facts, "get")
    grants.clinics(parts, facts, "get")
    # An answer to a question about a refund is stored on the refund.
    # The explanation of a denial names the guarantee of another claim that the person already has.
    grants.items(parts, facts, parts.tables.cases, "get", "get-many", "query", "list", "put", "update")
    grants.custody(parts, facts, "get")
    grants.store_events(parts, facts)

    consents = parts.function("consents")
    grants.identify_members(parts, consents)
    grants.items(parts, consents, parts.tables.cases, "get", "query", "put")
    # The name of the guardian who decided, here and below.
    grants.items(parts, consents, parts.tables.people, "get", "query")
    grants.store_events(parts, consents)

    clinic_consents = parts.function("clinic_consents")
    grants.identify_members(parts, clinic_consents)
    # A yes after a no closes the task to match the client anew.
    grants.items(parts, clinic_consents, parts.tables.cases, "get", "query", "put", "update")
    grants.items(parts, clinic_consents, parts.tables.people, "get", "query")
    grants.clinics(parts, clinic_consents, "get")
    grants.store_events(parts, clinic_consents)

    personal_consents = parts.function("personal_consents")
    grants.identify_members(parts, personal_consents)
    grants.items(parts, personal_consents, parts.tables.people, "get", "query", "put")
    grants.items(parts, personal_consents, parts.tables.cases, "get", "query", "list")
    # The children for whom a guardian decides.
    grants.custody(parts, personal_consents, "get", "query")
    grants.store_events(parts, personal_consents)

    receipts = parts.function("consent_receipts", "pdf", memory=1024)
    receipts.add_setting("HELSEBRO_PORTAL_URL", parts.parameters["PortalUrl"])
    grants.identify_members(parts, receipts)
    grants.items(parts, receipts, parts.tables.cases, "get", "query")
    # The name of the guardian who decided.
    grants.items(parts, receipts, parts.tables.people, "get", "get-many", "query")
    grants.payers(parts, receipts, "get")
    grants.clinics(parts, receipts, "get")
    grants.put_objects(parts, receipts, parts.buckets.guarantees)
    grants.link_to_objects(parts, receipts, parts.buckets.guarantees)

    mandates = parts.function("mandates")
    grants.identify_members(parts, mandates)
    grants.items(parts, mandates, parts.tables.cases, "get", "get-many", "query", "put", "update")
    # The names of who gave and revoked each.
    grants.items(parts, mandates, parts.tables.people, "get-many", "query")
    grants.store_events(parts, mandates)
    grants.keep_answers(parts, mandates)
    grants.encrypt_field(parts, mandates, encrypted_fields.HOLDER)
    grants.decrypt_field(parts, mandates, encrypted_fields.HOLDER)

    families = parts.function("families")
    grants.identify_members(parts, families)
    grants.items(parts, families, parts.tables.people, "get", "query")
    # The family, and the task of a proposal that is over.
    grants.items(parts, families, parts.tables.cases, "get", "put", "update")
    grants.store_events(parts, families)

    end = parts.function("end_guardians", timeout=Duration.minutes(1))
    grants.items(parts, end, parts.tables.people, "query")
    grants.items(parts, end, parts.tables.cases, "get", "query", "list", "put", "update")
    grants.store_events(parts, end)
    consumers.of_events(parts, end, ["family.changed"])

    records = parts.function("mandate_records")
    grants.identify_members(parts, records)
    grants.items(parts, records, parts.tables.people, "get-many", "query")
    grants.items(parts, records, parts.tables.cases, "get", "get-many", "query", "list")
    grants.decrypt_field(parts, records, encrypted_fields.HOLDER)
