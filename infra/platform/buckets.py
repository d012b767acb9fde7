"""Buckets: uploads in quarantine, clean documents, guarantees, and invoices that cannot be changed."""

from __future__ import annotations

from collections.abc import Iterator

from aws_cdk import RemovalPolicy
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.platform import retention
from infra.stage import Stage

NAMES = ("uploads", "documents", "guarantees", "invoices")
"""Every bucket; functions read its name from ``HELSEBRO_<NAME>_BUCKET``."""

KEEP_INVOICES = retention.of("invoices").time
"""Not even the root user can shorten it."""


class Buckets(Construct):
    """Every bucket: private, TLS only, encrypted with our key, and versioned."""

    def __init__(self, scope: Construct, key: kms.IKey, stage: Stage) -> None:
        super().__init__(scope, "Buckets")
        self._key, self._tls_only = key, stage.tls_only
        self.access_logs = s3.Bucket(
            self,
            "AccessLogs",
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            encryption=s3.BucketEncryption.S3_MANAGED,
            enforce_ssl=self._tls_only,
            lifecycle_rules=retention.lifecycle("access-logs"),
            removal_policy=RemovalPolicy.RETAIN,
        )
        self.uploads = self._bucket("uploads")
        self.documents = self._bucket("documents")
        self.guarantees = self._bucket("guarantees")
        self.invoices = self._bucket("invoices", lock=s3.ObjectLockRetention.compliance(KEEP_INVOICES))

    def __iter__(self) -> Iterator[tuple[str, s3.Bucket]]:
        """Yields each bucket with its name, in the order of ``NAMES``."""
        return ((name, getattr(self, name)) for name in NAMES)

    def _bucket(self, name: str, lock: s3.ObjectLockRetention | None = None) -> s3.Bucket:
        return s3.Bucket(
            self,
            name.capitalize(),
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            encryption=s3.BucketEncryption.KMS,
            encryption_key=self._key,
            bucket_key_enabled=True,
            enforce_ssl=self._tls_only,
            versioned=True,
            object_lock_default_retention=lock,
            lifecycle_rules=retention.lifecycle(name),
            server_access_logs_bucket=self.access_logs,
            server_access_logs_prefix=f"{name}/",
            removal_policy=RemovalPolicy.RETAIN,
        )
