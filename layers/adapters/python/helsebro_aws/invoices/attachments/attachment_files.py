"""Attachment files: quarantined as sent, and their clean copies in ``attachments``, which can be erased.

No key holds anything that a clinic wrote. The clean copy has the digest of the bytes as sent in its key.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from helsebro.ids import InvoiceId
from helsebro.invoices.attachments.attached_file import AttachedFile
from helsebro.invoices.received_invoice import clinic_of
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings
from helsebro_aws.platform.stored_file import link_to_file, saved_as

ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


class AttachmentFiles:
    """The bucket ``attachments``, with the clean copies."""

    def __init__(self, to: Settings = settings, within: int = clients.API_SECONDS) -> None:
        self.settings, self.within = to, within

    @cached_property
    def client(self) -> Any:
        """The S3 client, made on first use."""
        return clients.client("s3", self.settings, self.within)

    def keep(self, file: AttachedFile, content: bytes) -> None:
        """Stores the clean copy of a file that is kept; a second call changes nothing."""
        self.client.put_object(
            Bucket=self.settings.attachments_bucket,
            Key=kept_key(file),
            Body=content,
            ContentType=file.content_type,
        )

    def link_to(self, file: AttachedFile) -> str:
        """Returns a link to a kept file, for 60 seconds. Raises ``Conflict`` when it is not kept.

        It saves the file under a name of our own: the clinic's may name a person.
        """
        file.must_be_kept()
        assert file.content_type
        named = saved_as(f"invoice-attachment-{file.number}.{ENDINGS[file.content_type]}")
        bucket = self.settings.attachments_bucket
        return link_to_file(self.client, bucket, kept_key(file), file.content_type, named)


def quarantine_key(invoice_id: InvoiceId, number: int) -> str:
    """Returns the name of a file as sent; an upload's name begins with a payer and a case."""
    return f"invoices/{_place(invoice_id, number)}"


def kept_key(file: AttachedFile) -> str:
    """Returns the name of the clean copy."""
    return f"{_place(file.invoice_id, file.number)}/{file.digest}"


def _place(invoice_id: InvoiceId, number: int) -> str:
    return f"{clinic_of(invoice_id)}/{invoice_id}/{number}"
