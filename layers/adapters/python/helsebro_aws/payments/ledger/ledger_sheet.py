"""The entries of a day as a sheet (CSV), as a payer's accounting reads them.

Amounts are never below nothing: the columns of the two accounts say which way the money goes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from helsebro.payments.ledger.chart import name_of
from helsebro.payments.ledger.ledger_entry import LedgerEntry
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.papers.sheet_cells import sheet_of
from helsebro_aws.platform.stored_file import saved_as


def saved_name(day: date) -> str:
    """Returns the header that names the file of a day."""
    return saved_as(f"ledger-{day.isoformat()}.csv")


def sheet(entries: Iterable[LedgerEntry], language: str) -> str:
    """Returns the entries in the words of a language: ``da``, ``nb`` or ``en``."""
    rows = (_cells(entry, language) for entry in entries)
    return sheet_of(_words()["columns"][language], rows, "," if language == "en" else ";")


def _cells(entry: LedgerEntry, language: str) -> Iterator[str]:
    amount = f"{entry.amount.amount:.2f}"
    yield from (entry.day.isoformat(), instant(entry.at), entry.entry_id)
    yield _words()["kinds"][entry.kind][language]
    for account in (entry.debit, entry.credit):
        yield from (account, name_of(account, language))
    yield from (amount if language == "en" else amount.replace(".", ","), entry.currency)
    yield from (entry.claim_id, entry.guarantee_id or "", entry.clinic_id or "", entry.payable_id or "")
    yield entry.cause_id


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = json.loads(Path(__file__).with_name("ledger_words.json").read_text("utf-8"))
    return words
