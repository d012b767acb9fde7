"""Received report: a file from a payer's bank, and how far it is applied to the payer's payments."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from helsebro import ids
from helsebro.ids import BankReportId
from helsebro.payments.bank.bank_report import ReportKind

ReportState = Literal["received", "applied"]


@dataclass(frozen=True)
class ReceivedReport:
    """``digest`` is the SHA-256 (hex) of its bytes: the same file is the same report, whoever sends it again.

    It has ``rows`` rows, of which the first ``done`` are applied. ``applied``, ``repeated``, ``unmatched``
    and ``differs`` count them by what became of them, ``asking`` those that its own task asks about.
    """

    report_id: BankReportId
    payer: str
    digest: str
    kind: ReportKind
    received_at: datetime
    rows: int
    done: int = 0
    state: ReportState = "received"
    applied: int = 0
    repeated: int = 0
    unmatched: int = 0
    differs: int = 0
    asking: int = 0
    applied_at: datetime | None = None

    def followed(self, done: int) -> ReceivedReport:
        """Returns the report with more of its rows applied."""
        return replace(self, done=done)

    def ended(self, at: datetime) -> ReceivedReport:
        """Returns the report with all of its rows applied."""
        return replace(self, done=self.rows, state="applied", applied_at=at)


def id_of(payer: str, digest: str) -> BankReportId:
    """Returns the id of the report that a file is to its payer; it follows from the bytes alone.

    An event of Stripe's may come in other bytes the next time: its own id is in the place of the digest.
    """
    seed = hashlib.sha256(f"bank-report:{payer}:{digest}".encode()).digest()
    return BankReportId(ids.mint("rpt", payer, seed))
