"""Retention: how long each bucket, table, log and queue keeps what it holds, and why.

The constructs read their lifetimes from here. ``None`` means that nothing expires by age: it is deleted with
the case or the person that it belongs to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aws_cdk import Duration
from aws_cdk import aws_logs as logs
from aws_cdk import aws_s3 as s3


@dataclass(frozen=True)
class Retention:
    """How many days a thing is kept, how many a replaced or deleted version of it, and the reason.

    The days of a bucket's row are those of the objects whose keys begin with ``begins``; all without it.
    What is locked can neither change nor be deleted for these days, and is not deleted after them.
    """

    days: int | None
    reason: str
    older_versions: int | None = None
    begins: str | None = None
    is_locked: bool = False

    @property
    def time(self) -> Duration:
        """The same as a ``Duration``. Only for what expires."""
        assert self.days is not None
        return Duration.days(self.days)


BOOKKEEPING = 6 * 366
"""The bookkeeping acts of Denmark (§ 12) and Norway (§ 13) require five years from the end of the financial
year, which may be a year away when an invoice arrives."""

BUCKETS: Mapping[str, Retention] = {
    "uploads": Retention(
        2,
        "Quarantine: checked within minutes; a file that is not accepted serves no purpose (GDPR, art. 5).",
        older_versions=1,
    ),
    "documents": Retention(
        None, "Evidence for the decision on a case; deleted with the case.", older_versions=30
    ),
    "guarantees": Retention(None, "What a clinic may rely on; deleted with the case."),
    "letters": Retention(
        183,
        "The PDFs of the print queue: printed within days, and half a year to look into a lost letter. What "
        "was sent can be proved by its digest.",
        older_versions=1,
    ),
    "receiving": Retention(
        30,
        "Invoices as clinics sent them, until they are judged: longer than a queue keeps a message. One with "
        "a person's number is erased at once.",
        older_versions=1,
        begins="cli_",
    ),
    "receiving/in-review": Retention(
        400,
        "Invoices that finance staff look at: erased when they have decided, and never before they do, for a "
        "year and the month after.",
        begins="in-review/",
    ),
    "invoices": Retention(
        BOOKKEEPING, "The bookkeeping acts: five years, and locked, so that none can change.", is_locked=True
    ),
    "attachments": Retention(
        BOOKKEEPING,
        "The files inside accepted invoices, as long as those. Not locked: one that names a person can be "
        "erased, and the invoice keeps its digest.",
        older_versions=1,
    ),
    "payment-files": Retention(
        BOOKKEEPING,
        "What banks were told to pay, and what they answered: the bookkeeping acts, and locked, so that none "
        "can change. A file that is written again before anyone may read it is another version.",
        older_versions=BOOKKEEPING,
        is_locked=True,
    ),
    "access-logs": Retention(
        400, "Who read which bucket, for a year's audit and the month in which it is made."
    ),
    "edge-log": Retention(90, "Status and timing of requests, without persons: for finding faults."),
    "reference": Retention(
        None,
        "The pages about the API, which hold no data; each deployment makes them anew.",
        older_versions=30,
    ),
    "trail": Retention(
        400, "Who read or changed which object or item, for a year's audit and a month.", older_versions=1
    ),
}
"""By the name of the bucket, with what a part of its keys begins with."""

TABLES: Mapping[str, Retention] = {
    "cases": Retention(None, "A case with all that belongs to it; deleted with the case."),
    "people": Retention(None, "Persons, policies and benefits; deleted with the person."),
    "network": Retention(None, "Clinics, practitioners and bookings; deleted with the clinic."),
    "network/slots": Retention(
        400, "A year of past sessions and a month, which an invoice is checked against."
    ),
    "network/deliveries": Retention(30, "What a clinic's webhooks got, as long as its feed."),
    "network/applications": Retention(
        180,
        "An application that came to nothing, and its tasks in the table cases: half a year to answer the "
        "applicant, counted from its end.",
    ),
    "cases/applicants": Retention(
        180, "Mails with their addresses to signatories and invited practitioners, from their plan."
    ),
    "money": Retention(None, "Invoices, refunds and payables; the bookkeeping acts require five years."),
    "outbox": Retention(30, "The feed in which a clinic's system reads what it missed (api.md, events)."),
    "idempotency": Retention(1, "The answer that a repeated call gets for 24 hours (promise 5)."),
    "audit": Retention(None, "Who looked at whom; deleted by the erasure of a person and not by age."),
}
"""By the name of the table, or of the kind of its items. What expires has the attribute ``expiresAt``."""

OTHERS: Mapping[str, Retention] = {
    "logs": Retention(90, "Ids and outcomes of functions, gateway and workflows: for finding faults."),
    "messages": Retention(
        14, "A message that could not be handled: two weeks, the longest that SQS keeps one."
    ),
    "archive": Retention(30, "Published events, to publish again; as long as the feed."),
    "backups": Retention(35, "Every second of every table, the longest that DynamoDB keeps."),
}
"""Logs, queues, the archive of the bus, and the restore points of the tables."""

LOG_GROUPS = logs.RetentionDays.THREE_MONTHS
"""The row ``logs``, as CloudWatch names it."""


def of(name: str) -> Retention:
    """Returns the row of a bucket, a table or another store. Raises ``KeyError`` for a name without a row."""
    return {**OTHERS, **TABLES, **BUCKETS}[name]


def lifecycle(bucket: str) -> list[s3.LifecycleRule]:
    """Returns the lifecycle rules of a bucket; a locked object is not deleted by age."""
    kept = of(bucket)
    rules = [s3.LifecycleRule(abort_incomplete_multipart_upload_after=Duration.days(1))]
    parts = [row for name, row in BUCKETS.items() if name.partition("/")[0] == bucket]
    for part in parts:
        if part.days is not None and not kept.is_locked:
            rules.append(s3.LifecycleRule(expiration=part.time, prefix=part.begins))
    if kept.older_versions is not None:
        rules.append(
            s3.LifecycleRule(
                noncurrent_version_expiration=Duration.days(kept.older_versions),
                expired_object_delete_marker=True,
            )
        )
    return rules
