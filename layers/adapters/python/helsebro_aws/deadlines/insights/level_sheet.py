"""Service levels as a sheet (CSV) that spreadsheets open by a double click."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from helsebro.deadlines.service_level import TARGETS, KindLevel, ServiceReport
from helsebro_aws.deadlines.insights.level_words import COMMA, LevelWords
from helsebro_aws.papers.sheet_cells import sheet_of

HOUR = timedelta(hours=1)


def sheet(report: ServiceReport, words: LevelWords) -> str:
    """Returns the weeks of the report as CSV, without its totals: a sheet adds up by itself."""
    delimiter = ";" if words.decimal_mark == COMMA else COMMA
    rows = (_cells(row, report.payer, words) for row in report.rows)
    return sheet_of(words.columns, rows, delimiter)


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
