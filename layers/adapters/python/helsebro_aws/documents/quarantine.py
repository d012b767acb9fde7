"""Quarantine: the bucket ``uploads``, where a file lies as it was sent until it is scanned (promise 18)."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from helsebro.documents.file_content import MOST_BYTES
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings


class Quarantine:
    """Reads and deletes files by their keys. Before a file is found clean, its object answers no GET."""

    def __init__(self, to: Settings = settings, within: int = clients.API_SECONDS) -> None:
        self.settings, self.within = to, within

    @cached_property
    def client(self) -> Any:
        """The S3 client, made on first use."""
        return clients.client("s3", self.settings, self.within)

    def put_once(self, key: str, content: bytes, content_type: str) -> None:
        """Puts a file there; a repeated call changes nothing, so that it is scanned once."""
        try:
            self.client.put_object(
                Bucket=self.settings.uploads_bucket,
                Key=key,
                Body=content,
                ContentType=content_type,
                IfNoneMatch="*",
            )
        except self.client.exceptions.ClientError as refused:
            if refused.response["Error"]["Code"] != "PreconditionFailed":
                raise

    def tags(self, key: str) -> tuple[dict[str, str], str | None] | None:
        """Returns the tags and the version of the newest file, None if there is no file."""
        try:
            found = self.client.get_object_tagging(Bucket=self.settings.uploads_bucket, Key=key)
        except self.client.exceptions.ClientError as error:
            # The second: the newest version is the mark of a deletion.
            if error.response["Error"]["Code"] in ("NoSuchKey", "MethodNotAllowed"):
                return None
            raise
        return {tag["Key"]: tag["Value"] for tag in found["TagSet"]}, found.get("VersionId")

    def newest(self, key: str) -> tuple[bytes, str | None] | None:
        """Returns the newest file's bytes, at most one more than the limit, and its version."""
        return self._read(Key=key)

    def content(self, key: str, version: str | None = None) -> bytes | None:
        """Returns the bytes of a version, or else the newest; at most one more than the limit.

        Returns None if there are none.
        """
        chosen = {"VersionId": version} if version else {}
        found = self._read(Key=key, **chosen)
        return found and found[0]

    def _read(self, **wanted: str) -> tuple[bytes, str | None] | None:
        try:
            found = self.client.get_object(Bucket=self.settings.uploads_bucket, **wanted)
        except self.client.exceptions.ClientError as error:
            if error.response["Error"]["Code"] in ("NoSuchKey", "NoSuchVersion"):
                return None
            raise
        with found["Body"] as body:
            return bytes(body.read(MOST_BYTES + 1)), found.get("VersionId")

    def delete(self, key: str) -> None:
        """Deletes every version of a file; a second call changes nothing."""
        bucket = self.settings.uploads_bucket
        for page in self.client.get_paginator("list_object_versions").paginate(Bucket=bucket, Prefix=key):
            for held in (*page.get("Versions", ()), *page.get("DeleteMarkers", ())):
                if held["Key"] == key:
                    self.client.delete_object(Bucket=bucket, Key=key, VersionId=held["VersionId"])
