"""Uploads: files that a member uploads into quarantine, and their clean copies, which we keep.

A link to upload takes one object of one content type and at most 10 MB; a link to read is valid for a minute.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from helsebro import ids
from helsebro.documents.document import Document
from helsebro.documents.file_content import MOST_BYTES
from helsebro.documents.file_name import saved_name
from helsebro_aws.documents.quarantine import Quarantine
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings
from helsebro_aws.platform.stored_file import LINK_SECONDS, link_to_file, named_by_member

SECONDS_TO_UPLOAD = 15 * 60


class CopyMissing(Exception):
    """A bug, or a bucket that lost an object: the file as it was sent is then kept."""


class Uploads:
    """The quarantine bucket ``uploads``, and the bucket ``documents`` with the clean files."""

    def __init__(self, to: Settings = settings, within: int = clients.API_SECONDS) -> None:
        self.settings, self.within = to, within
        self.quarantine = Quarantine(to, within)

    @cached_property
    def client(self) -> Any:
        """The S3 client, made on first use."""
        return clients.client("s3", self.settings, self.within)

    def link_to_upload(self, document: Document, seconds: int = SECONDS_TO_UPLOAD) -> dict[str, Any]:
        """Returns ``{"url", "fields"}`` of a form that uploads only this object (promise 18)."""
        form: dict[str, Any] = self.client.generate_presigned_post(
            self.settings.uploads_bucket,
            quarantine_key(document),
            Fields={"Content-Type": document.content_type},
            Conditions=[
                {"Content-Type": document.content_type},
                ["content-length-range", 1, MOST_BYTES],
            ],
            ExpiresIn=seconds,
        )
        return form

    def is_uploaded(self, document: Document) -> bool:
        """Returns whether a file was uploaded for the document.

        Reads the bucket's list: before a file is found clean, its object answers neither GET nor HEAD.
        """
        key = quarantine_key(document)
        found = self.client.list_objects_v2(Bucket=self.settings.uploads_bucket, Prefix=key, MaxKeys=1)
        return any(held["Key"] == key for held in found.get("Contents", ()))

    def content(self, document: Document, version: str | None = None) -> bytes | None:
        """Returns the uploaded bytes of a version, or else the newest, as ``Quarantine.content``."""
        return self.quarantine.content(quarantine_key(document), version)

    def keep(self, document: Document, digest: str, content: bytes, content_type: str) -> None:
        """Stores a clean copy under the digest of the bytes that it was written from.

        A second call changes nothing; a file uploaded after the check has another digest.
        """
        self.client.put_object(
            Bucket=self.settings.documents_bucket,
            Key=kept_key(document, digest),
            Body=content,
            ContentType=content_type,
        )

    def forget(self, document: Document) -> None:
        """Deletes every version of the file as it was sent, once the document is checked.

        A second call changes nothing. Raises ``CopyMissing`` when an accepted document has no clean copy.
        """
        if not document.is_checked:
            return
        if document.status == "accepted" and not self._is_kept(document):
            raise CopyMissing(document.document_id)
        self.quarantine.delete(quarantine_key(document))

    def _is_kept(self, document: Document) -> bool:
        assert document.digest
        key = kept_key(document, document.digest)
        found = self.client.list_objects_v2(Bucket=self.settings.documents_bucket, Prefix=key, MaxKeys=1)
        return bool(found.get("Contents"))

    def link_to_content(self, document: Document, seconds: int = LINK_SECONDS) -> str:
        """Returns a link to an accepted document, by default for 60 s.

        It saves the file under the person's own name for it, with an ending that fits the clean copy. Raises
        ``Conflict`` when the document is not accepted.
        """
        document.must_be_accepted()
        assert document.digest
        bucket, key = self.settings.documents_bucket, kept_key(document, document.digest)
        named = named_by_member(saved_name(document.file_name, document.content_type))
        return link_to_file(self.client, bucket, key, document.content_type, named, seconds)


def quarantine_key(document: Document) -> str:
    """Returns the object's name, made of payer, case and document: nothing in it is a member's text."""
    return f"{ids.payer_of(document.claim_id)}/{document.claim_id}/{document.document_id}"


def kept_key(document: Document, digest: str) -> str:
    """Returns the name of the clean copy: the quarantine's name and the digest of the bytes as sent."""
    return f"{quarantine_key(document)}/{digest}"
