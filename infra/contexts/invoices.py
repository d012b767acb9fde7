"""Invoices: what clinics send to be paid, received and stored as it is, and validated from the queue."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers
from infra.platform.invoice_rules import LAYER, give_rules

AREA = Area.MONEY

XML_MEMORY = 1769
"""One whole processor: to compile and run the official rules is all computing."""

LOOKS = 70
"""How often a scan is looked for, as ``documents`` does, and a message for each of ten files."""
QUARANTINED = "invoices/"
"""The folder of quarantine with the files inside invoices."""


def add_functions(parts: Parts) -> None:
    """Validation needs the XML tools and a whole processor; receiving needs neither."""
    tables = parts.tables

    invoices = parts.function("invoices")
    grants.identify_members(parts, invoices)
    grants.identify_clinics(parts, invoices)
    grants.find_own_clinics(parts, invoices)
    grants.clinics(parts, invoices, "get")
    grants.items(parts, invoices, tables.money, "get", "put", "query", "list")
    grants.store_events(parts, invoices)
    grants.keep_answers(parts, invoices)
    grants.put_objects(parts, invoices, parts.buckets.receiving)
    # The response to an invoice repeats its references and parties.
    grants.get_objects(parts, invoices, parts.buckets.receiving)
    grants.get_objects(parts, invoices, parts.buckets.invoices)
    grants.link_to_objects(parts, invoices, parts.buckets.attachments)

    record = parts.function("record_invoices")
    grants.items(parts, record, tables.money, "get", "put", "update")
    of_invoices = ("received", "in-review", "accepted", "rejected", "paid", "unpaid")
    consumers.of_events(parts, record, [f"invoice.{what}" for what in of_invoices])

    preflight = parts.function(
        "preflight_invoice", "xml", LAYER, timeout=Duration.seconds(29), memory=XML_MEMORY
    )
    give_rules(parts.stage, preflight)
    grants.identify_members(parts, preflight)
    grants.identify_clinics(parts, preflight)
    grants.find_own_clinics(parts, preflight)
    # The numbers of the invoices that a session clashes with.
    grants.items(parts, preflight, tables.money, "get", "get-many")
    # It counts how often a clinic has numbers compared with a client's.
    grants.payees(parts, preflight, "update")
    grants.items(parts, preflight, tables.cases, "get", "query")
    grants.payers(parts, preflight, "get")
    grants.tariffs(parts, preflight, "query")
    grants.clinics(parts, preflight, "get")
    grants.practitioners(parts, preflight, "get", "get-many")
    grants.ledgers(parts, preflight, "query")

    validate = parts.function(
        "validate_invoice", "xml", LAYER, timeout=Duration.seconds(60), memory=XML_MEMORY
    )
    give_rules(parts.stage, validate)
    # An invoice is searched for its client's number: each number in it is made a person's id and compared.
    grants.identify_members(parts, validate)
    grants.items(parts, validate, tables.money, "get", "get-many", "put", "update", "check")
    # What no rule can judge becomes a task of finance.
    grants.items(parts, validate, tables.cases, "get", "query", "put", "update")
    grants.payers(parts, validate, "get")
    grants.tariffs(parts, validate, "query")
    grants.clinics(parts, validate, "get")
    grants.practitioners(parts, validate, "get", "get-many")
    grants.ledgers(parts, validate, "query", "put", "update")
    grants.store_events(parts, validate)
    received = parts.buckets.receiving
    grants.get_objects(parts, validate, received)
    # What finance looks at begins its days anew.
    grants.put_objects(parts, validate, received)
    # A document with a person's number is erased for good.
    validate.may(["s3:ListBucketVersions"], [received.bucket_arn])
    validate.may(["s3:DeleteObjectVersion"], [received.arn_for_objects("*")])
    # An accepted one is locked. Before there was a bucket to receive into, each was.
    grants.get_objects(parts, validate, parts.buckets.invoices)
    grants.put_objects(parts, validate, parts.buckets.invoices)
    consumers.of_events(
        parts, validate, ["invoice.received", "invoice.reviewed"], name="invoices", receives=5
    )

    keep = parts.function("keep_attachments", "rewriting", timeout=Duration.seconds(60), memory=XML_MEMORY)
    grants.payees(parts, keep, "get", "query", "put")
    grants.get_objects(parts, keep, received)
    # As an upload: put there to be scanned, read by the version that was scanned, and deleted for good.
    uploads, scanned = parts.buckets.uploads, parts.buckets.uploads.arn_for_objects(f"{QUARANTINED}*")
    grants.put_objects(parts, keep, uploads, QUARANTINED)
    grants.link_to_objects(parts, keep, uploads, QUARANTINED)
    # Without it on the whole bucket S3 answers 403 instead of 404 for a file that is not there yet.
    grants.find_objects(keep, uploads)
    keep.may(["s3:GetObjectVersion", "s3:GetObjectTagging", "s3:DeleteObjectVersion"], [scanned])
    keep.may(["s3:ListBucketVersions"], [uploads.bucket_arn])
    grants.put_objects(parts, keep, parts.buckets.attachments)
    queue = consumers.of_events(parts, keep, ["invoice.accepted"], receives=LOOKS, batch=1)
    keep.may(["sqs:ChangeMessageVisibility"], [queue.queue.queue_arn])
    keep.add_setting("HELSEBRO_KEEP_ATTACHMENTS_QUEUE", queue.queue.queue_url)
