"""Guarantee papers: the sealed PDFs in their bucket, each under its guarantee's id and its language.

A guarantee that was issued before its paper had languages has one PDF, until it is extended.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.papers.printing import PRINTING_SECONDS
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings
from helsebro_aws.platform.stored_file import LINK_SECONDS, link_to_file, saved_as


class GuaranteePapers:
    """The bucket ``guarantees``."""

    def __init__(self, to: Settings = settings) -> None:
        self.settings = to

    @cached_property
    def client(self) -> Any:
        """The S3 client, made on first use."""
        return clients.client("s3", self.settings, PRINTING_SECONDS)

    def store(self, guarantee: Guarantee, language: str, pdf: bytes) -> None:
        """Stores the guarantee's PDF in a language, or replaces it."""
        self.client.put_object(
            Bucket=self.settings.guarantees_bucket,
            Key=_key(guarantee, language),
            Body=pdf,
            ContentType="application/pdf",
        )

    def link_to(self, guarantee: Guarantee, language: str, seconds: int = LINK_SECONDS) -> str:
        """Returns a link to the paper in a language, by default for 60 seconds.

        The file is named by the guarantee's number.
        """
        printed = language if language in guarantee.paper_languages else None
        bucket, key = self.settings.guarantees_bucket, _key(guarantee, printed)
        named = saved_as(f"{guarantee.number}.pdf")
        return link_to_file(self.client, bucket, key, "application/pdf", named, seconds)


def _key(guarantee: Guarantee, language: str | None) -> str:
    ending = f"{language}.pdf" if language else "pdf"
    return f"{guarantee.payer}/{guarantee.guarantee_id}.{ending}"
