"""Buckets: uploads in quarantine, clean documents, guarantees, and invoices that cannot be changed."""

from __future__ import annotations

from collections.abc import Iterator

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.parameters import StackParameters
from infra.stage import Stage

NAMES = ("uploads", "documents", "guarantees", "invoices")
"""Every bucket; functions read its name from ``HELSEBRO_<NAME>_BUCKET``."""

KEEP_INVOICES = Duration.days(5 * 365 + 1)
"""The bookkeeping act requires five years; not even the root user can shorten them."""


class Buckets(Construct):
    """Every bucket: private, TLS only, encrypted with our key, and versioned unless its objects expire."""

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
            lifecycle_rules=[s3.LifecycleRule(expiration=Duration.days(400))],
            removal_policy=RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        )
        self.uploads = self._bucket("uploads", expires=Duration.days(2), browsers=s3.HttpMethods.POST)
        self.documents = self._bucket("documents", browsers=s3.HttpMethods.GET)
        self.guarantees = self._bucket("guarantees", browsers=s3.HttpMethods.GET)
        self.invoices = self._bucket("invoices", lock=_lock(stage))

    def __iter__(self) -> Iterator[tuple[str, s3.Bucket]]:
        """Yields each bucket with its name, in the order of ``NAMES``."""
        return ((name, getattr(self, name)) for name in NAMES)

    def _bucket(
        self,
        name: str,
        *,
        expires: Duration | None = None,
        lock: s3.ObjectLockRetention | None = None,
        browsers: s3.HttpMethods | None = None,
    ) -> s3.Bucket:
        rules = [s3.LifecycleRule(abort_incomplete_multipart_upload_after=Duration.days(1))]
        if expires is not None:
            rules.append(s3.LifecycleRule(expiration=expires))
        return s3.Bucket(
            self,
            name.capitalize(),
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            encryption=s3.BucketEncryption.KMS,
            encryption_key=self._key,
            bucket_key_enabled=True,
            enforce_ssl=self._tls_only,
            versioned=expires is None,
            object_lock_default_retention=lock,
            lifecycle_rules=rules,
            cors=[_cors(browsers, self._origins)] if browsers else None,
            server_access_logs_bucket=self.access_logs,
            server_access_logs_prefix=f"{name}/",
            removal_policy=RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        )


def _cors(method: s3.HttpMethods, origins: list[str]) -> s3.CorsRule:
    """Lets the portals' pages post a form or follow a signed link, and read the name of what they got."""
    return s3.CorsRule(
        allowed_methods=[method],
        allowed_origins=origins,
        allowed_headers=["*"],
        exposed_headers=["ETag", "Content-Disposition"],
        max_age=3600,
    )


def _lock(stage: Stage) -> s3.ObjectLockRetention:
    """Returns the lock of the bookkeeping act; outside production an operator may still remove objects."""
    lock = s3.ObjectLockRetention
    return lock.compliance(KEEP_INVOICES) if stage.locks_for_good else lock.governance(KEEP_INVOICES)
