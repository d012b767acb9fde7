"""The original documents in the ``invoices`` bucket, which does not allow changes to them."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import Any

from helsebro.errors import Unavailable
from helsebro.invoices.received_invoice import ReceivedInvoice
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings


class OriginalAltered(Exception):
    """The stored document differs from the one the clinic sent."""


class InvoiceOriginals:
    """Stores and reads documents; the key contains the digest, so no other document can replace it."""

    def __init__(self, to: Settings = settings, within: int = clients.API_SECONDS) -> None:
        self.settings, self.within = to, within

    @cached_property
    def client(self) -> Any:
        """The S3 client, created on first use."""
        return clients.client("s3", self.settings, self.within)

    def keep(self, invoice: ReceivedInvoice, body: bytes) -> None:
        """Stores the document; a repeated call changes nothing. Raises ``Unavailable``."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            self.client.put_object(
                Bucket=self.settings.invoices_bucket,
                Key=_key(invoice),
                Body=body,
                ContentType="application/xml",
                ChecksumAlgorithm="SHA256",
            )
        except (BotoCoreError, ClientError, Unavailable):
            raise Unavailable("invoices-unavailable") from None

    def body_of(self, invoice: ReceivedInvoice) -> bytes:
        """Returns the document. Raises ``OriginalAltered``, or what S3 raises."""
        answer = self.client.get_object(Bucket=self.settings.invoices_bucket, Key=_key(invoice))
        body: bytes = answer["Body"].read()
        if digest_of(body) != invoice.digest:
            raise OriginalAltered(invoice.invoice_id)
        return body


def digest_of(body: bytes) -> str:
    """Returns the SHA-256 of a document in hex."""
    return hashlib.sha256(body).hexdigest()


def _key(invoice: ReceivedInvoice) -> str:
    return f"{invoice.clinic_id}/{invoice.invoice_id}/{invoice.digest[:16]}.xml"
