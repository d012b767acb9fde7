"""The figures of decisions as a sheet (CSV) that spreadsheets open by a double click."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.quality.decision_report import COLUMNS, DecisionReport, ShownCounts
from helsebro_aws.papers.sheet_cells import sheet_of
from helsebro_aws.quality.figures.figure_words import FigureWords


def sheet(report: DecisionReport, words: FigureWords) -> str:
    """Returns the total and each table of the report as CSV; the first column says what a row counts."""
    columns = [*words.columns, *(words.text(column) for column in COLUMNS)]
    return sheet_of(columns, _rows(report, words), words.delimiter)


def _rows(report: DecisionReport, words: FigureWords) -> Iterator[list[str]]:
    unknown = words.text("unknown")

    def row(table: str, product: str, clause: str, group: str, cells: ShownCounts) -> list[str]:
        counts = (words.count(cells[column]) for column in COLUMNS)
        return [words.text(table), product, clause, group, *counts]

    yield row("all", "", "", "", report.total)
    for product, cells in report.products.items():
        yield row("products", product, "", "", cells)
    for (product, clause), cells in report.clauses.items():
        yield row("clauses", product, clause or unknown, "", cells)
    for group, cells in report.groups.items():
        yield row("groups", "", "", group or unknown, cells)
    place = list(COLUMNS).index("overturned")
    for why, count in report.overturned.items():
        others = [""] * len(COLUMNS)
        others[place] = words.count(count)
        yield [words.text(why), "", "", "", *others]
