"""Service levels as a sheet (CSV, RFC 4180) that Excel, Numbers and LibreOffice open by a double click.

Danish and Norwegian spreadsheets divide columns by a semicolon, because a comma stands before decimals there;
English ones divide by a comma. The byte order mark makes Excel read UTF-8. No cell is a live formula
(promise 19): a text that a spreadsheet would calculate begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import timedelta

from helsebro.deadlines.service_level import TARGETS, KindLevel, ServiceReport
from helsebro_aws.deadlines.insights.level_words import COMMA, LevelWords

BYTE_ORDER_MARK = "\ufeff"
LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a text begins that some spreadsheet calculates; the last four are full-width signs."""
HOUR = timedelta(hours=1)


def sheet(report: ServiceReport, words: LevelWords) -> str:
    """Returns the weeks of the report as CSV, without its totals: a sheet adds up by itself."""
    written = io.StringIO()
    delimiter = ";" if words.decimal_mark == COMMA else COMMA
    lines = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    lines.writerow(words.columns)
    lines.writerows([harmless(cell) for cell in _cells(row, report.payer, words)] for row in report.rows)
    return BYTE_ORDER_MARK + written.getvalue()


def harmless(cell: str) -> str:
    """Returns a cell that no spreadsheet calculates."""
    return f"'{cell}" if cell.lstrip(" ").startswith(LIVE) else cell


def _cells(row: KindLevel, payer: str, words: LevelWords) -> Iterator[str]:
    assert row.week
    yield from (row.week.name, row.week.first_day.isoformat(), row.week.last_day.isoformat())
    yield from (payer, row.queue, row.kind, words.kind(row.kind))
    yield from (str(row.level.count), str(row.level.within), words.number(row.level.percent))
    yield str(TARGETS.get(row.kind, ""))
    yield str(row.level.answered)
    yield words.number(_hours(row.level.median), 2)
    yield words.number(_hours(row.level.percentile_95), 2)


def _hours(duration: timedelta | None) -> float | None:
    return None if duration is None else duration / HOUR
