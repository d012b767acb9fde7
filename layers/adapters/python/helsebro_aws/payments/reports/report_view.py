"""A bank report as its payer's finance sees it: what each row did, in words, and nothing of another payer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from helsebro.money import Currency, Money
from helsebro.payments.bank.bank_reason import reason_text
from helsebro.payments.reports.received_report import ReceivedReport
from helsebro.payments.reports.report_row import ReportRow
from helsebro_aws.dynamodb.record import to_item

HIDDEN = ("payer", "done", "asking")
HIDDEN_OF_ROWS = ("reportId", "ore", "currency")
TURNED_DOWN = ("rejected", "returned")


def report_shown(report: ReceivedReport) -> dict[str, Any]:
    """Returns a report without its rows."""
    return {name: value for name, value in to_item(report).items() if name not in HIDDEN}


def row_shown(row: ReportRow, language: str) -> dict[str, Any]:
    """Returns a row, with what it did or why it did nothing in words."""
    shown = {name: value for name, value in to_item(row).items() if name not in HIDDEN_OF_ROWS}
    if row.ore is not None and row.currency in ("DKK", "NOK"):
        shown["amount"] = Money.of_ore(row.ore, cast(Currency, row.currency)).as_json()
    if row.said in TURNED_DOWN:
        shown["reasonText"] = reason_text(row.reason, language)
    return {**shown, "text": _texts()[_told_by(row)][language]}


def in_words(why: str | None, reason: str | None, language: str) -> str:
    """Returns what a row contradicts, or else the bank's reason."""
    return _texts()[why][language] if why else reason_text(reason, language)


def _told_by(row: ReportRow) -> str:
    if row.why:
        return row.why
    return row.effect if row.effect != "none" else row.state


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    read: Mapping[str, Mapping[str, str]] = json.loads(
        Path(__file__).with_name("row_texts.json").read_text("utf-8")
    )
    return read
