"""Documents: uploaded to quarantine by the member, then checked."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers

AREA = Area.CASES
MEMORY = 1769
"""MB, with which Lambda gives a whole processor; the process that reads a file has at most 256 of them."""
LOOKS = 60
"""How often a scan is looked for: for about 50 minutes, with the waits of ``seconds_to_wait``. A fault that
raises is repeated as often, every six minutes for six hours."""


def add_functions(parts: Parts) -> None:
    """An upload goes straight to quarantine; only ``check_upload`` copies a clean file to ``documents``."""
    documents = parts.function("documents")
    grants.identify_members(parts, documents)
    grants.items(parts, documents, parts.tables.cases, "get", "query", "put")
    # Whether staff read a paper by the person's general consent.
    grants.items(parts, documents, parts.tables.people, "get")
    grants.store_events(parts, documents)
    grants.keep_answers(parts, documents)
    grants.put_objects(parts, documents, parts.buckets.uploads)
    # It looks whether a file was uploaded, but can read none in quarantine.
    grants.find_objects(documents, parts.buckets.uploads)
    grants.link_to_objects(parts, documents, parts.buckets.documents)

    check = parts.function("check_upload", "rewriting", timeout=Duration.seconds(60), memory=MEMORY)
    # A paper may answer an open question about a refund or an extension.
    grants.items(parts, check, parts.tables.cases, "get", "query", "put", "update")
    # The cover, for what the claim still needs once the paper is accepted.
    grants.items(parts, check, parts.tables.people, "get-many", "query")
    grants.store_events(parts, check)
    grants.get_objects(parts, check, parts.buckets.uploads)
    # The version that was scanned, and the tag with the scan's verdict.
    every_upload = parts.buckets.uploads.arn_for_objects("*")
    check.may(["s3:GetObjectVersion", "s3:GetObjectTagging"], [every_upload])
    # After the check every version of the file as sent is deleted, for good.
    check.may(["s3:ListBucketVersions"], [parts.buckets.uploads.bucket_arn])
    check.may(["s3:DeleteObjectVersion"], [every_upload])
    grants.put_objects(parts, check, parts.buckets.documents)
    grants.find_objects(check, parts.buckets.documents)
    queue = consumers.of_events(parts, check, ["document.saved"], receives=LOOKS, batch=1)
    # Once the form is over, it looks again for what was posted with it.
    check.may(["sqs:ChangeMessageVisibility", "sqs:SendMessage"], [queue.queue.queue_arn])
    check.add_setting("HELSEBRO_CHECK_UPLOAD_QUEUE", queue.queue.queue_url)
