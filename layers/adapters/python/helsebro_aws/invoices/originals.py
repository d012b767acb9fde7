"""The documents as they came, in the ``invoices`` bucket, where nobody can alter them."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import Any

from helsebro.errors import Unavailable
from helsebro.invoices.received_invoice import ReceivedInvoice
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings


class OriginalAltered(Exception):
    """What lies in the bucket is not what the clinic sent."""


class InvoiceOriginals:
    """Keeps and fetches a document; its key has the document's digest, so that no other can overlay it."""

    def __init__(self, to: Settings = settings, within: int = clients.API_SECONDS) -> None:
        self.settings, self.within = to, within

    @cached_property
    def client(self) -> Any:
        """The client, made on first use."""
        return clients.client("s3", self.settings, self.within)

    def keep(self, invoice: ReceivedInvoice, body: bytes) -> None:
        """Stores the document; doing it again changes nothing. Raises ``Unavailable``."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            self.client.put_object(
                Bucket=self.settings.invoices_bucket,
                Key=_key(invoice),
                Body=body,
                ContentType="application/xml",
                ChecksumAlgorithm="SHA256",
            )
        except (BotoCoreError, ClientError):
            raise Unavailable("invoices-unavailable") from None

    def body_of(self, invoice: ReceivedInvoice) -> bytes:
        """The document. Raises ``OriginalAltered``, or what S3 raises."""
        answer = self.client.get_object(Bucket=self.settings.invoices_bucket, Key=_key(invoice))
        body: bytes = answer["Body"].read()
        if digest_of(body) != invoice.digest:
            raise OriginalAltered(invoice.invoice_id)
        return body


def digest_of(body: bytes) -> str:
    """SHA-256 of a document, in hex."""
    return hashlib.sha256(body).hexdigest()


def _key(invoice: ReceivedInvoice) -> str:
    return f"{invoice.clinic_id}/{invoice.invoice_id}/{invoice.digest[:16]}.xml"
