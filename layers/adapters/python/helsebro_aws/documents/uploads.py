"""Uploads: papers on their way from a member's machine into quarantine, and from there into our keeping.

A link to upload takes one object, of one content type, of at most 10 MB; a link to read lives for a minute.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import Any
from urllib.parse import quote

from helsebro import ids
from helsebro.documents.document import Document
from helsebro.documents.file_content import MOST_BYTES
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings

SECONDS_TO_UPLOAD = 15 * 60
SECONDS_TO_READ = 60
UNRESERVED = "!#$&+-.^_`|~"
"""What RFC 8187 leaves as it is in ``filename*``, beside letters and digits."""


class Uploads:
    """The quarantine bucket ``uploads`` and the bucket ``documents`` of what was found clean."""

    def __init__(self, to: Settings = settings, within: int = clients.API_SECONDS) -> None:
        self.settings, self.within = to, within

    @cached_property
    def client(self) -> Any:
        """The S3 client, made on first use."""
        return clients.client("s3", self.settings, self.within)

    def link_to_upload(self, document: Document) -> dict[str, Any]:
        """``{"url", "fields"}`` of a form that takes this very object and nothing else (promise 18)."""
        form: dict[str, Any] = self.client.generate_presigned_post(
            self.settings.uploads_bucket,
            quarantine_key(document),
            Fields={"Content-Type": document.content_type},
            Conditions=[
                {"Content-Type": document.content_type},
                ["content-length-range", 1, MOST_BYTES],
            ],
            ExpiresIn=SECONDS_TO_UPLOAD,
        )
        return form

    def is_there(self, document: Document) -> bool:
        """Whether anything was uploaded for the document."""
        from botocore.exceptions import ClientError

        try:
            self.client.head_object(Bucket=self.settings.uploads_bucket, Key=quarantine_key(document))
        except ClientError as error:
            if error.response["Error"]["Code"] in ("404", "NoSuchKey", "NotFound"):
                return False
            raise
        return True

    def content(self, document: Document) -> bytes | None:
        """What was uploaded, None if nothing was; of a file that is too large one byte too many."""
        try:
            found = self.client.get_object(Bucket=self.settings.uploads_bucket, Key=quarantine_key(document))
        except self.client.exceptions.NoSuchKey:
            return None
        with found["Body"] as body:
            return bytes(body.read(MOST_BYTES + 1))

    def keep(self, document: Document, content: bytes) -> str:
        """Keeps the very bytes that were checked, under their digest, and gives the digest.

        Doing it again does nothing more; what was uploaded in the meantime has another digest.
        """
        digest = hashlib.sha256(content).hexdigest()
        self.client.put_object(
            Bucket=self.settings.documents_bucket,
            Key=kept_key(document, digest),
            Body=content,
            ContentType=document.content_type,
        )
        return digest

    def link_to_content(self, document: Document) -> str:
        """A link of 60 s to an accepted document, to be saved under its own name. Raises ``Conflict``."""
        document.must_be_accepted()
        assert document.digest
        return str(
            self.client.generate_presigned_url(
                "get_object",
                Params={
                    "Bucket": self.settings.documents_bucket,
                    "Key": kept_key(document, document.digest),
                    "ResponseContentType": document.content_type,
                    "ResponseContentDisposition": disposition(document.file_name),
                },
                ExpiresIn=SECONDS_TO_READ,
            )
        )


def quarantine_key(document: Document) -> str:
    """Payer, case and document: nothing a member wrote is part of an object's name."""
    return f"{ids.payer_of(document.claim_id)}/{document.claim_id}/{document.document_id}"


def kept_key(document: Document, digest: str) -> str:
    """The same, with the digest of the bytes."""
    return f"{quarantine_key(document)}/{digest}"


def disposition(file_name: str) -> str:
    """``Content-Disposition`` that gives any name back and lets none of it into a header (promise 19)."""
    return f"attachment; filename=\"document\"; filename*=UTF-8''{quote(file_name, safe=UNRESERVED)}"
