"""Payment files: the bucket with what banks are given, each file under its payer and its run.

A key names no person. A file is written again only with the same run, before anyone may read it.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from helsebro.payments.runs.payment_run import PaymentRun
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings
from helsebro_aws.platform.stored_file import digest_of, link_to_file, saved_as

MEDIA_TYPE = "application/xml"


class PaymentFiles:
    """The bucket ``payment-files``. ``within`` is the timeout in seconds of the function that uses it."""

    def __init__(self, to: Settings = settings, within: int = clients.API_SECONDS) -> None:
        self.settings, self.within = to, within

    @cached_property
    def client(self) -> Any:
        """The S3 client, made on first use."""
        return clients.client("s3", self.settings, self.within)

    def store(self, run: PaymentRun, content: bytes) -> str:
        """Stores the file of a run, and returns the SHA-256 of its bytes (hex)."""
        bucket = self.settings.payment_files_bucket
        # A locked bucket takes no object without a checksum.
        self.client.put_object(
            Bucket=bucket, Key=_key(run), Body=content, ContentType=MEDIA_TYPE, ChecksumAlgorithm="SHA256"
        )
        return digest_of(content)

    def link_to(self, run: PaymentRun) -> str:
        """Returns a link to the file of a run, for 60 seconds. Raises ``FileNotReady``."""
        run.must_be_written()
        named = saved_as(f"{run.file_id}.xml")
        return link_to_file(self.client, self.settings.payment_files_bucket, _key(run), MEDIA_TYPE, named)


def _key(run: PaymentRun) -> str:
    return f"{run.payer}/{run.file_id}.xml"
