"""The documents that clinics sent: received into ``receiving``, and locked in ``invoices`` when accepted.

What lies in ``receiving`` can be erased, and expires after 30 days, longer than any queue keeps a message. A
document that finance looks at lies beside them under ``in-review/`` until they have decided. An
accepted document is copied to ``invoices``, which allows no change, without its attachments and with their
digests; the copy of a document without attachments is the document itself.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from helsebro.errors import Conflict, Unavailable
from helsebro.invoices.received_invoice import ReceivedInvoice
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings
from helsebro_aws.platform.stored_file import digest_of, link_to_file, saved_as

MEDIA = "application/xml"
SHOWN = ".shown.xml"
"""What the key of the copy for finance ends with: what erases a document erases it too."""

IN_REVIEW = "in-review/"
"""What the keys of documents begin with that finance looks at: they are kept longer."""


class OriginalAltered(Exception):
    """The stored document differs from the one the clinic sent."""


class OriginalGone(Exception):
    """The document expired before it was judged, or was erased."""


class InvoiceOriginals:
    """Stores and reads documents; the key contains the digest, so no other document can replace it."""

    def __init__(self, to: Settings = settings, within: int = clients.API_SECONDS) -> None:
        self.settings, self.within = to, within

    @cached_property
    def client(self) -> Any:
        """The S3 client, created on first use."""
        return clients.client("s3", self.settings, self.within)

    def keep(self, invoice: ReceivedInvoice, body: bytes) -> None:
        """Stores the document for 30 days; a repeated call only renews them. Raises ``Unavailable``."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            self._put(self.settings.receiving_bucket, _key(invoice), body)
        except (BotoCoreError, ClientError, Unavailable):
            raise Unavailable("invoices-unavailable") from None

    def body_of(self, invoice: ReceivedInvoice) -> bytes:
        """Returns the document as it was received.

        Raises ``OriginalGone``, ``OriginalAltered``, or what S3 raises.
        """
        body = self.as_received(invoice)
        if body is None:
            # Before there was a bucket to receive into, every document was locked at once.
            body = _unaltered(invoice, self._get(self.settings.invoices_bucket, _key(invoice)))
        if body is None:
            raise OriginalGone(invoice.invoice_id)
        return body

    def as_received(self, invoice: ReceivedInvoice) -> bytes | None:
        """Returns the document with the files inside it; None once its days are over.

        Raises ``OriginalAltered``, or what S3 raises.
        """
        return _unaltered(invoice, self._received(invoice))

    def document_of(self, invoice: ReceivedInvoice) -> bytes:
        """Returns the document as received, or its locked copy. Raises ``Conflict`` for an erased one."""
        body = self._received(invoice)
        if body is None:
            body = self._get(self.settings.invoices_bucket, _key(invoice))
        if body is None:
            raise Conflict("invoice-document-gone")
        return body

    def hold(self, invoice: ReceivedInvoice, body: bytes) -> None:
        """Stores the document for as long as finance looks at it; a repeated call changes nothing."""
        self._put(self.settings.receiving_bucket, IN_REVIEW + _key(invoice), body)

    def let_go(self, invoice: ReceivedInvoice) -> None:
        """Erases what ``hold`` stored, once finance has decided; a repeated call changes nothing."""
        self._erase(IN_REVIEW + _key(invoice))

    def lock(self, invoice: ReceivedInvoice, copy: bytes) -> None:
        """Stores the copy that cannot be changed, once; a repeated call changes nothing."""
        from botocore.exceptions import ClientError

        try:
            self._put(self.settings.invoices_bucket, _key(invoice), copy, IfNoneMatch="*")
        except ClientError as refused:
            if refused.response["Error"]["Code"] != "PreconditionFailed":
                raise

    def show(self, invoice: ReceivedInvoice, copy: bytes) -> None:
        """Stores the copy that finance reads while it decides; it is erased and expires with the document."""
        self._put(self.settings.receiving_bucket, f"{IN_REVIEW}{_key(invoice)}{SHOWN}", copy)

    def link_to(self, invoice: ReceivedInvoice) -> str:
        """Returns a link to the document without its attachments, for 60 seconds.

        It is the locked copy of an accepted one. Raises ``Conflict`` for a document that was never left to
        finance, or is erased.
        """
        locked, received = self.settings.invoices_bucket, self.settings.receiving_bucket
        places = ((locked, _key(invoice)), (received, f"{IN_REVIEW}{_key(invoice)}{SHOWN}"))
        place = next((each for each in places if self._is_there(*each)), None)
        if place is None:
            raise Conflict("invoice-document-gone")
        return self.link_at(*place, invoice.invoice_id)

    def link_at(self, bucket: str, key: str, name: str) -> str:
        """Returns a link to a document, which saves it under the name, for 60 seconds."""
        return link_to_file(self.client, bucket, key, MEDIA, saved_as(f"{name}.xml"))

    def _is_there(self, bucket: str, key: str) -> bool:
        from botocore.exceptions import ClientError

        try:
            self.client.get_object(Bucket=bucket, Key=key)["Body"].close()
        except ClientError as refused:
            if refused.response["Error"]["Code"] == "NoSuchKey":
                return False
            raise
        return True

    def erase(self, invoice: ReceivedInvoice) -> None:
        """Erases every version of the received document; a repeated call changes nothing."""
        self._erase(_key(invoice))
        self.let_go(invoice)

    def _received(self, invoice: ReceivedInvoice) -> bytes | None:
        bucket, key = self.settings.receiving_bucket, _key(invoice)
        body = self._get(bucket, key)
        return self._get(bucket, IN_REVIEW + key) if body is None else body

    def _erase(self, key: str) -> None:
        bucket = self.settings.receiving_bucket
        for page in self.client.get_paginator("list_object_versions").paginate(Bucket=bucket, Prefix=key):
            for held in (*page.get("Versions", ()), *page.get("DeleteMarkers", ())):
                self.client.delete_object(Bucket=bucket, Key=held["Key"], VersionId=held["VersionId"])

    def _put(self, bucket: str, key: str, body: bytes, **only: str) -> None:
        self.client.put_object(
            Bucket=bucket,
            Key=key,
            Body=body,
            ContentType=MEDIA,
            ChecksumAlgorithm="SHA256",
            **only,
        )

    def _get(self, bucket: str, key: str) -> bytes | None:
        from botocore.exceptions import ClientError

        try:
            answer = self.client.get_object(Bucket=bucket, Key=key)
        except ClientError as refused:
            if refused.response["Error"]["Code"] == "NoSuchKey":
                return None
            raise
        body: bytes = answer["Body"].read()
        return body


def _unaltered(invoice: ReceivedInvoice, body: bytes | None) -> bytes | None:
    if body is not None and digest_of(body) != invoice.digest:
        raise OriginalAltered(invoice.invoice_id)
    return body


def _key(invoice: ReceivedInvoice) -> str:
    return f"{invoice.clinic_id}/{invoice.invoice_id}/{invoice.digest[:16]}.xml"
