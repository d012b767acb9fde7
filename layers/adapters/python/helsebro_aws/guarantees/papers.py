"""Guarantee papers: the sealed PDFs in their bucket, each stored under its guarantee's id."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings

LINK_SECONDS = 60
PRINTING_SECONDS = 60
"""The timeout of the functions that print and store papers; the others only make links."""


class GuaranteePapers:
    """The bucket ``guarantees``."""

    def __init__(self, to: Settings = settings) -> None:
        self.settings = to

    @cached_property
    def client(self) -> Any:
        """The S3 client, made on first use."""
        return clients.client("s3", self.settings, PRINTING_SECONDS)

    def store(self, guarantee: Guarantee, pdf: bytes) -> None:
        """Stores the PDF of the guarantee, or replaces it."""
        self.client.put_object(
            Bucket=self.settings.guarantees_bucket,
            Key=_key(guarantee),
            Body=pdf,
            ContentType="application/pdf",
        )

    def link_to(self, guarantee: Guarantee) -> str:
        """Returns a link to the paper, valid for 60 seconds; the file is named by the guarantee's number."""
        params = {
            "Bucket": self.settings.guarantees_bucket,
            "Key": _key(guarantee),
            "ResponseContentType": "application/pdf",
            "ResponseContentDisposition": f'attachment; filename="{guarantee.number}.pdf"',
        }
        return str(self.client.generate_presigned_url("get_object", Params=params, ExpiresIn=LINK_SECONDS))


def _key(guarantee: Guarantee) -> str:
    return f"{guarantee.payer}/{guarantee.guarantee_id}.pdf"
