"""Service levels as a chart (SVG): for each kind of clock the share that was kept, week by week.

The picture has no script, no link and no font from elsewhere, and follows the light or dark colours of its
reader. A screen reader reads the totals. Every dot says its week and its value, to a mouse too.
"""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING, Any

import pygal
from pygal.etree import etree
from pygal.style import Style

from helsebro.deadlines.iso_week import weeks
from helsebro.deadlines.service_level import TARGETS, KindLevel, ServiceReport

if TYPE_CHECKING:
    from helsebro_aws.deadlines.insights.level_words import LevelWords

NAME = "service-levels"
MOST_LABELS = 10
"""The most weeks that are named below the chart; more would overlap."""
FEW_WEEKS = 30
"""Dots are large up to this many weeks."""
COLOURS = (
    "#2878c8", "#d1500f", "#2b8a4b", "#b5379e", "#9a6a00",
    "#0b8494", "#7b61e8", "#cf3f5e", "#6f7f1e", "#7a7a7a",
)  # fmt: skip
"""Each has a contrast of at least 3 to 1 with the light and with the dark background (WCAG 1.4.11)."""
DASHES = ("", "9, 4", "2, 4")
"""Tell lines apart without their colours."""
LIGHT, DARK = "#ffffff", "#15191e"
INK_ON_LIGHT, INK_ON_DARK = "#20262d", "#e8ebee"
FONT = "system-ui, sans-serif"
IN_THE_DARK = f"""inline:@media (prefers-color-scheme: dark) {{
#chart-{NAME} {{ background-color: {DARK}; }}
#chart-{NAME} .graph > .background, #chart-{NAME} .plot > .background {{ fill: {DARK}; }}
#chart-{NAME} .title, #chart-{NAME} .axis text, #chart-{NAME} .axis text.major,
#chart-{NAME} text.no_data, #chart-{NAME} .legends .legend text {{ fill: {INK_ON_DARK}; }}
#chart-{NAME} .axis .line, #chart-{NAME} .axis .guide.line {{ stroke: {INK_ON_DARK}; }}
}}"""


def chart(report: ServiceReport, words: LevelWords) -> str:
    """Returns the chart as SVG."""
    title = words.text("title", first=report.first.name, last=report.last.name)
    names = [week.name for week in weeks(report.first, report.last)]
    drawn = pygal.Line(_config(title, names, words))
    drawn.uuid = NAME
    for row, dash in zip(report.totals, cycle(DASHES)):
        _add(drawn, report, row, dash, words)
    root = drawn.render_tree()
    _make_static(root)
    _describe(root, title, " ".join(_totals(report, words)) or words.text("empty"), words.language)
    return str(etree.tostring(root, encoding="unicode"))


def _config(title: str, names: list[str], words: LevelWords) -> pygal.Config:
    config = pygal.Config()
    config.title, config.y_title, config.no_data_text = title, words.text("axis"), words.text("empty")
    config.x_labels, config.show_minor_x_labels = names, False
    config.x_labels_major = names[:: -(-len(names) // MOST_LABELS)]
    config.truncate_label = config.truncate_legend = -1
    config.width, config.height, config.margin = 960, 540, 24
    config.range, config.y_labels = (0, 100), list(range(0, 101, 20))
    config.value_formatter = lambda value: f"{words.number(value)} %"
    config.legend_at_bottom, config.legend_at_bottom_columns, config.legend_box_size = True, 3, 14
    config.dots_size = 4 if len(names) <= FEW_WEEKS else 2
    config.allow_interruptions = True
    config.css, config.js = [*config.css, IN_THE_DARK], []
    config.style = Style(
        background=LIGHT, plot_background=LIGHT, foreground=INK_ON_LIGHT, foreground_strong=INK_ON_LIGHT,
        foreground_subtle=INK_ON_LIGHT, colors=_colours(), opacity="1", stroke_width="2", transition="0s",
        font_family=FONT, title_font_size=18, label_font_size=13, major_label_font_size=13,
        legend_font_size=13, no_data_font_size=24, guide_stroke_color="#9aa3ad",
        major_guide_stroke_color="#9aa3ad",
    )  # fmt: skip
    return config
