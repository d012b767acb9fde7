"""A claim and its papers: reported, consented to, uploaded, checked."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.parts import Parts


def add_to(parts: Parts) -> None:
    """Uploads go past us into quarantine; only ``check_upload`` moves what is clean into our keeping."""
    claims = parts.function("claims")
    grants.know_members(parts, claims)
    grants.read(parts, claims, parts.tables.people, parts.tables.cases)
    grants.commit(parts, claims, parts.tables.cases)

    consents = parts.function("consents")
    grants.know_members(parts, consents)
    grants.read(parts, consents, parts.tables.cases)
    grants.commit(parts, consents, parts.tables.cases)

    mandates = parts.function("mandates")
    grants.know_members(parts, mandates)
    grants.read(parts, mandates, parts.tables.cases)
    grants.commit(parts, mandates, parts.tables.cases)
    grants.seal_field(parts, mandates, grants.HOLDER)
    grants.open_field(parts, mandates, grants.HOLDER)

    documents = parts.function("documents")
    grants.know_members(parts, documents)
    grants.read(parts, documents, parts.tables.cases)
    grants.commit(parts, documents, parts.tables.cases)
    grants.keep(parts, documents, parts.buckets.uploads)
    grants.fetch(parts, documents, parts.buckets.uploads)
    grants.fetch(parts, documents, parts.buckets.documents)

    check = parts.function("check_upload", timeout=Duration.seconds(60), memory=1024)
    grants.read(parts, check, parts.tables.cases)
    grants.commit(parts, check, parts.tables.cases)
    grants.fetch(parts, check, parts.buckets.uploads)
    grants.keep(parts, check, parts.buckets.documents)
    parts.bus.to_function("document.saved", check, parts.queues.dead_letters("check-upload"))
