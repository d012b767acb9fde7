"""A statement as a sheet (CSV), as a clinic's bookkeeping reads it; its sums are its last rows.

Amounts are never below nothing: what happened says which way the money goes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from helsebro.money import Money
from helsebro.payments.statements.paid_for import PaidFor
from helsebro.payments.statements.statement_line import StatementLine
from helsebro.payments.statements.statement_sums import sums_of
from helsebro_aws.papers.sheet_cells import sheet_of
from helsebro_aws.payments.statements.dynamo_statements import StatementOf
from helsebro_aws.payments.statements.statement_view import about_line, end_to_end_of
from helsebro_aws.platform.stored_file import saved_as


def saved_name(asked: StatementOf) -> str:
    """Returns the header that names the file of a period."""
    return saved_as(f"statement-{asked.first.isoformat()}-{asked.last.isoformat()}.csv")


def sheet(lines: Sequence[StatementLine], known: Mapping[str, PaidFor], language: str) -> str:
    """Returns lines and their sums in the words of a language: ``da``, ``nb`` or ``en``."""
    columns = _words()["columns"][language]
    rows = [[*_cells(line, known, language)] for line in lines]
    sums = [[*row, *[""] * (len(columns) - len(row))] for row in _sum_rows(lines, language)]
    return sheet_of(columns, [*rows, *sums], "," if language == "en" else ";")


def _cells(line: StatementLine, known: Mapping[str, PaidFor], language: str) -> Iterator[str]:
    about, credit_note = about_line(line, known)
    yield from (line.day.isoformat(), _words()["happened"][line.happened][language])
    yield from (*_money(line.amount, language), _words()["kinds"][line.kind][language])
    yield from (about.number or "", credit_note.number or "", about.case_reference or "", line.account or "")
    yield from (line.reference or "", end_to_end_of(line), line.file_id or "", line.bank_reason or "")
    yield from (line.payer, line.invoice_id or line.booking_id or "", line.payable_id)


def _sum_rows(lines: Sequence[StatementLine], language: str) -> Iterator[list[str]]:
    for total in sums_of(lines):
        for each in total.happened:
            named = f"{_words()['sum'][language]}: {_words()['happened'][each][language]}"
            yield ["", named, *_money(total.of(each), language)]


def _money(amount: Money, language: str) -> tuple[str, str]:
    text = f"{amount.amount:.2f}"
    return text if language == "en" else text.replace(".", ","), amount.currency


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = json.loads(Path(__file__).with_name("statement_words.json").read_text("utf-8"))
    return words
