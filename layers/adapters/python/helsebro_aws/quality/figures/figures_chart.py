"""The figures of decisions as a chart (SVG): approvals, denials and what was overturned, clause by clause.

The clauses with the most denials are drawn, as far as their counts may be shown. A screen reader reads the
totals.
"""

from __future__ import annotations

from helsebro.quality.decision_report import DecisionReport, ShownCounts
from helsebro_aws.papers.charts.pygal_parts import Bar, Config
from helsebro_aws.papers.charts.static_chart import (
    COLOURS,
    as_text,
    describe,
    make_static,
    own_style,
    style_with,
)
from helsebro_aws.quality.figures.figure_words import FigureWords

NAME = "decisions"
DRAWN = ("approved", "denied", "overturned")
MOST_CLAUSES = 12
"""More bars would not be told apart; JSON and CSV have every clause."""


def chart(report: DecisionReport, words: FigureWords) -> str:
    """Returns the chart as SVG."""
    names = [words.text(column) for column in DRAWN]
    clauses = sorted(filter(_is_shown, report.clauses.items()), key=_most_denied)[:MOST_CLAUSES]
    drawn = Bar(_config(report, [f"{product} {clause}".strip() for (product, clause), _ in clauses], words))
    drawn.uuid = NAME
    drawn.config.y_title = words.text("axis") if clauses else None
    if clauses:
        for column, name in zip(DRAWN, names, strict=True):
            drawn.add(name, [cells[column] for _, cells in clauses])
    root = drawn.render_tree()
    make_static(root, names)
    totals = (
        words.text("total", name=name, count=words.count(report.total[column]))
        for column, name in zip(DRAWN, names, strict=True)
    )
    describe(root, NAME, " ".join(totals), words.language)
    return as_text(root)


def _is_shown(row: tuple[tuple[str, str], ShownCounts]) -> bool:
    return any(row[1][column] for column in DRAWN)


def _most_denied(row: tuple[tuple[str, str], ShownCounts]) -> tuple[int, int, tuple[str, str]]:
    name, cells = row
    return -(cells["denied"] or 0), -(cells["approved"] or 0), name


def _config(report: DecisionReport, labels: list[str], words: FigureWords) -> Config:
    config = Config()
    config.title = words.text("title", first=report.first.name, last=report.last.name)
    config.no_data_text = words.text("empty")
    config.x_labels = labels
    config.truncate_label = config.truncate_legend = -1
    config.width, config.height, config.margin = 960, 540, 24
    config.value_formatter = lambda value: f"{value:.0f}"
    config.legend_at_bottom, config.legend_at_bottom_columns, config.legend_box_size = True, 3, 14
    config.include_x_axis = True
    config.css, config.js = [*config.css, own_style(NAME)], []
    config.style = style_with(COLOURS[: len(DRAWN)])
    return config
