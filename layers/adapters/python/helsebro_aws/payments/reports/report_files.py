"""Report files: what banks sent, as it came, in the bucket ``payment-files``.

A key names no person. The same bytes have the same key, so that storing them twice is storing them once.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from helsebro.errors import Unavailable
from helsebro.payments.reports.received_report import ReceivedReport
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings, settings
from helsebro_aws.platform.stored_file import digest_of

MEDIA_TYPE, EVENT_TYPE = "application/xml", "application/json"
FOLDER = "bank-reports"


class ReportAltered(Exception):
    """The stored file is not the one that came."""


class ReportFiles:
    """Stores and reads the files. ``within`` is the timeout in seconds of the function that uses it."""

    def __init__(self, to: Settings = settings, within: int = clients.API_SECONDS) -> None:
        self.settings, self.within = to, within

    @cached_property
    def client(self) -> Any:
        """The S3 client, made on first use."""
        return clients.client("s3", self.settings, self.within)

    def keep(self, report: ReceivedReport, content: bytes) -> None:
        """Stores the file of a report; a repeated call changes nothing of it. Raises ``Unavailable``."""
        from botocore.exceptions import BotoCoreError, ClientError

        bucket = self.settings.payment_files_bucket
        try:
            # A locked bucket takes no object without a checksum.
            self.client.put_object(
                Bucket=bucket,
                Key=_key(report),
                Body=content,
                ContentType=EVENT_TYPE if report.kind == "stripe" else MEDIA_TYPE,
                ChecksumAlgorithm="SHA256",
            )
        except (BotoCoreError, ClientError):
            raise Unavailable() from None

    def content(self, report: ReceivedReport) -> bytes:
        """Returns the file of a report. Raises ``ReportAltered``, or what S3 raises."""
        found = self.client.get_object(Bucket=self.settings.payment_files_bucket, Key=_key(report))
        with found["Body"] as body:
            content: bytes = body.read()
        if digest_of(content) != report.digest:
            raise ReportAltered(report.report_id)
        return content


def _key(report: ReceivedReport) -> str:
    if report.kind == "stripe":
        # The same event may come in other bytes at the same time: each has a place of its own.
        return f"{FOLDER}/{report.payer}/{report.report_id}-{report.digest}.json"
    return f"{FOLDER}/{report.payer}/{report.report_id}.xml"
