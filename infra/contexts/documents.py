"""Documents: uploaded to quarantine by the member, then checked."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers

AREA = Area.CASES


def add_functions(parts: Parts) -> None:
    """An upload goes straight to quarantine; only ``check_upload`` copies a clean file to ``documents``."""
    documents = parts.function("documents")
    grants.identify_members(parts, documents)
    grants.read(parts, documents, parts.tables.cases)
    grants.commit(parts, documents, parts.tables.cases)
    grants.put_objects(parts, documents, parts.buckets.uploads)
    grants.get_objects(parts, documents, parts.buckets.uploads)
    grants.get_objects(parts, documents, parts.buckets.documents)

    check = parts.function("check_upload", timeout=Duration.seconds(60), memory=1024)
    grants.read(parts, check, parts.tables.cases)
    grants.commit(parts, check, parts.tables.cases)
    grants.get_objects(parts, check, parts.buckets.uploads)
    grants.put_objects(parts, check, parts.buckets.documents)
    consumers.of_events(parts, check, ["document.saved"], batch=1)
