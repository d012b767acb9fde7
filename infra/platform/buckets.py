"""Buckets: quarantine, documents, guarantees, letters, invoices with the files inside them, payment files."""

from __future__ import annotations

from collections.abc import Iterator

from aws_cdk import RemovalPolicy
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.parameters import StackParameters
from infra.platform import retention
from infra.reasons import LOGGED_BY_TRAIL, acknowledge
from infra.stage import Stage

NAMES = (
    *("uploads", "documents", "guarantees", "letters", "receiving", "invoices", "attachments"),
    "payment-files",
)
"""Every bucket; functions read its name from ``HELSEBRO_<NAME>_BUCKET``, with ``_`` for a hyphen."""

LOCKED = tuple(name for name in NAMES if retention.of(name).is_locked)
"""What bookkeeping rests on: in production not even the root user can shorten how long it is kept."""

BROWSERS_REMEMBER = 3600
"""Seconds that a browser may remember a CORS answer."""

READ_BY_LINK = s3.CorsRule(
    allowed_methods=[s3.HttpMethods.GET],
    allowed_origins=["*"],
    # A redirect keeps the headers of the page's own call, and the browser asks about each of them.
    allowed_headers=["*"],
    exposed_headers=["Content-Disposition"],
    max_age=BROWSERS_REMEMBER,
)
"""Lets a page follow the API's redirect to a signed link. After a redirect to another host the browser sends
``Origin: null``, which no list of portals can name; the link's signature is the right to read."""


class Buckets(Construct):
    """Every bucket: private, TLS only, encrypted with our key, and versioned."""

    def __init__(self, scope: Construct, key: kms.IKey, stage: Stage, parameters: StackParameters) -> None:
        super().__init__(scope, "Buckets")
        self._key, self._tls_only = key, stage.tls_only
        self._origins = parameters.listed("PortalOrigins")
        self.access_logs = s3.Bucket(
            self,
            "AccessLogs",
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            encryption=s3.BucketEncryption.S3_MANAGED,
            enforce_ssl=self._tls_only,
            lifecycle_rules=retention.lifecycle("access-logs"),
            removal_policy=RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        )
        self.uploads = self._bucket("uploads", browsers=self._posted_to())
        self.documents = self._bucket("documents", browsers=READ_BY_LINK)
        self.guarantees = self._bucket("guarantees", browsers=READ_BY_LINK)
        self.letters = self._bucket("letters", browsers=READ_BY_LINK)
        self.receiving = self._bucket("receiving")
        self.invoices = self._bucket("invoices", lock=_lock("invoices", stage))
        self.attachments = self._bucket("attachments", browsers=READ_BY_LINK)
        self.payment_files = self._bucket(
            "payment-files", lock=_lock("payment-files", stage), browsers=READ_BY_LINK
        )

    def __iter__(self) -> Iterator[tuple[str, s3.Bucket]]:
        """Yields each bucket with its name, in the order of ``NAMES``."""
        return ((name, getattr(self, name.replace("-", "_"))) for name in NAMES)

    def _bucket(
        self, name: str, lock: s3.ObjectLockRetention | None = None, browsers: s3.CorsRule | None = None
    ) -> s3.Bucket:
        by_link = browsers is READ_BY_LINK
        bucket = s3.Bucket(
            self,
            "".join(word.capitalize() for word in name.split("-")),
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            encryption=s3.BucketEncryption.KMS,
            encryption_key=self._key,
            bucket_key_enabled=True,
            enforce_ssl=self._tls_only,
            versioned=True,
            object_lock_default_retention=lock,
            lifecycle_rules=retention.lifecycle(name),
            cors=[browsers] if browsers else None,
            server_access_logs_bucket=None if by_link else self.access_logs,
            server_access_logs_prefix=None if by_link else f"{name}/",
            removal_policy=RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        )
        if by_link:
            acknowledge(bucket, LOGGED_BY_TRAIL)
        return bucket

    def _posted_to(self) -> s3.CorsRule:
        """Lets the portals' pages post the form of an upload."""
        return s3.CorsRule(
            allowed_methods=[s3.HttpMethods.POST],
            allowed_origins=self._origins,
            allowed_headers=["*"],
            exposed_headers=["ETag"],
            max_age=BROWSERS_REMEMBER,
        )


def _lock(name: str, stage: Stage) -> s3.ObjectLockRetention:
    """Returns the lock of the bookkeeping act; outside production an operator may still remove objects."""
    lock, time = s3.ObjectLockRetention, retention.of(name).time
    return lock.compliance(time) if stage.locks_for_good else lock.governance(time)
