"""Guarantee papers: the sealed PDFs in their bucket, each under its guarantee's id."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings

SECONDS = 60
PRINTING_SECONDS = 60
"""The time of the functions that print papers and put them here; the others only make links."""


class GuaranteePapers:
    """The bucket ``guarantees``."""

    def __init__(self, to: Settings = settings) -> None:
        self.settings = to

    @cached_property
    def client(self) -> Any:
        """The S3 client, made on first use."""
        return clients.client("s3", self.settings, PRINTING_SECONDS)

    def keep(self, guarantee: Guarantee, pdf: bytes) -> None:
        """Puts the paper there; doing it again puts it over the one before."""
        self.client.put_object(
            Bucket=self.settings.guarantees_bucket,
            Key=_key(guarantee),
            Body=pdf,
            ContentType="application/pdf",
        )

    def link_to(self, guarantee: Guarantee) -> str:
        """A link to the paper that lives for 60 seconds, named by the guarantee's number."""
        wanted = {
            "Bucket": self.settings.guarantees_bucket,
            "Key": _key(guarantee),
            "ResponseContentType": "application/pdf",
            "ResponseContentDisposition": f'attachment; filename="{guarantee.number}.pdf"',
        }
        return str(self.client.generate_presigned_url("get_object", Params=wanted, ExpiresIn=SECONDS))


def _key(guarantee: Guarantee) -> str:
    return f"{guarantee.payer}/{guarantee.guarantee_id}.pdf"
