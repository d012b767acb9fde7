"""Service levels as a chart (SVG): for each kind of clock the share that was kept, week by week.

More than 30 weeks are drawn four at a time, since the lines of ten kinds would be a tangle; JSON and CSV have
each week. The axis begins at the tenth below the lowest share.

A screen reader reads the totals. Every dot says its week and its value.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING

from helsebro.deadlines.service_level import TARGETS, ServiceReport, total
from helsebro.quality.iso_week import weeks, weeks_between
from helsebro_aws.papers.charts.pygal_parts import Config, Line
from helsebro_aws.papers.charts.static_chart import (
    COLOURS,
    as_text,
    describe,
    make_static,
    own_style,
    style_with,
)

if TYPE_CHECKING:
    from helsebro_aws.deadlines.insights.level_words import LevelWords

NAME = "service-levels"
MOST_LABELS = 10
"""The most weeks that are named below the chart; more would overlap."""
FEW_WEEKS, PERIOD = 30, 4
"""More weeks than these are drawn in periods of four."""
HIGHEST_START = 90
"""The axis begins here at most, in percent, so that small differences do not look large."""
DASHES = ("", "9, 4", "2, 4")
"""Tell lines apart without their colours."""


@dataclass(frozen=True)
class DrawnLine:
    """A line of the chart: its name, a share for each period or None, and how it is drawn."""

    name: str
    shares: list[float | None]
    colour: str
    dash: str
    is_promised: bool = False


def chart(report: ServiceReport, words: LevelWords) -> str:
    """Returns the chart as SVG."""
    title = words.text("title", first=report.first.name, last=report.last.name)
    period = 1 if weeks_between(report.first, report.last) <= FEW_WEEKS else PERIOD
    lines = _lines(report, period, words)
    names = [week.name for week in weeks(report.first, report.last)][::period]
    drawn = Line(_config(title, names, lines, words))
    drawn.uuid = NAME
    drawn.config.y_title = words.text("axis" if period == 1 else "axisOfPeriods") if lines else None
    for line in lines:
        stroke = {"width": 1 if line.is_promised else 2, "dasharray": line.dash}
        has_dots = not line.is_promised or len(names) == 1
        drawn.add(line.name, line.shares, stroke_style=stroke, show_dots=has_dots)
    root = drawn.render_tree()
    make_static(root, [line.name for line in lines])
    describe(root, NAME, " ".join(_totals(report, words)) or words.text("empty"), words.language)
    return as_text(root)


def _lines(report: ServiceReport, period: int, words: LevelWords) -> list[DrawnLine]:
    """Returns a line for each kind that was counted, and one for the share that was promised for it."""
    lines = []
    kinds = [row for row in report.totals if row.level.count]
    for row, colour, dash in zip(kinds, cycle(COLOURS), cycle(DASHES)):
        name, kind = words.kind(row.kind), (row.queue, row.kind)
        levels = [known.level for known in report.rows if (known.queue, known.kind) == kind]
        shares = [total(levels[place : place + period]).percent for place in range(0, len(levels), period)]
        lines.append(DrawnLine(name, shares, colour, dash))
        if target := TARGETS.get(row.kind):
            text = words.text("target", name=name, target=target)
            lines.append(DrawnLine(text, [target] * len(shares), colour, "1, 3", is_promised=True))
    return lines


def _config(title: str, names: list[str], lines: list[DrawnLine], words: LevelWords) -> Config:
    config = Config()
    config.title, config.no_data_text = title, words.text("empty")
    config.x_labels, config.show_minor_x_labels = names, False
    config.x_labels_major = names[:: -(-len(names) // MOST_LABELS)]
    config.truncate_label = config.truncate_legend = -1
    config.width, config.height, config.margin = 960, 540, 24
    config.value_formatter = lambda value: f"{words.number(value)} %"
    config.legend_at_bottom, config.legend_at_bottom_columns, config.legend_box_size = True, 3, 14
    config.dots_size, config.allow_interruptions = 4, True
    config.css, config.js = [*config.css, own_style(NAME)], []
    config.style = style_with([line.colour for line in lines])
    config.show_y_labels = bool(lines)
    if lines:
        start = _start(lines)
        config.range = start, 100
        # Without a line, pygal fails on labels of this axis.
        steps = range(start, 101, 10 if start >= 40 else 20)
        config.y_labels = [{"value": step, "label": f"{step} %"} for step in steps]
    return config


def _start(lines: list[DrawnLine]) -> int:
    """Returns where the axis begins: the tenth below the lowest share, or the fifth of a lower one."""
    lowest = min(share for line in lines for share in line.shares if share is not None)
    start = min(int(lowest) // 10 * 10, HIGHEST_START)
    return start if start >= 40 else start // 20 * 20


def _totals(report: ServiceReport, words: LevelWords) -> list[str]:
    texts = []
    for row in report.totals:
        name, percent = words.kind(row.kind), words.number(row.level.percent)
        if percent:
            texts.append(words.text("total", name=name, percent=percent, count=row.level.count))
            if target := TARGETS.get(row.kind):
                texts.append(words.text("promised", target=target))
    return texts
