"""Service levels as a chart (SVG): for each kind of clock the share that was kept, week by week.

More than 30 weeks are drawn four at a time, since the lines of ten kinds would be a tangle; JSON and CSV have
each week. The axis begins at the tenth below the lowest share.

The picture has no script, no link and no font from elsewhere, and follows the light or dark colours of its
reader. A screen reader reads the totals. Every dot says its week and its value, to a mouse too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING, Any

from helsebro.deadlines.iso_week import weeks, weeks_between
from helsebro.deadlines.service_level import TARGETS, ServiceReport, total
from helsebro_aws.deadlines.insights.pygal_line import Config, Line, Style, etree

if TYPE_CHECKING:
    from helsebro_aws.deadlines.insights.level_words import LevelWords

NAME = "service-levels"
MOST_LABELS = 10
"""The most weeks that are named below the chart; more would overlap."""
FEW_WEEKS, PERIOD = 30, 4
"""More weeks than these are drawn in periods of four."""
HIGHEST_START = 90
"""The axis begins here at most, in percent, so that small differences do not look large."""
COLOURS = (
    "#2878C8", "#D1500F", "#2B8A4B", "#B5379E", "#9A6A00",
    "#0B8494", "#7B61E8", "#CF3F5E", "#6F7F1E", "#7A7A7A",
)  # fmt: skip
"""Each has a contrast of at least 3 to 1 with the light and with the dark background (WCAG 1.4.11)."""
DASHES = ("", "9, 4", "2, 4")
"""Tell lines apart without their colours."""
LIGHT, DARK = "#FFFFFF", "#15191E"
INK_ON_LIGHT, INK_ON_DARK = "#20262D", "#E8EBEE"
GUIDE, GUIDE_ON_DARK = "#9AA3AD", "#5B6570"
SERIES = re.compile(r"\bserie-(\d+)\b")
"""How pygal marks the dots of a line."""
FONT = "system-ui, sans-serif"
OWN_STYLE = f"""inline:#chart-{NAME} .dot {{ stroke-dasharray: none; }}
@media (prefers-color-scheme: dark) {{
#chart-{NAME} {{ background-color: {DARK}; }}
#chart-{NAME} .graph > .background, #chart-{NAME} .plot > .background {{ fill: {DARK}; }}
#chart-{NAME} .title, #chart-{NAME} .axis text, #chart-{NAME} .axis text.major,
#chart-{NAME} text.no_data, #chart-{NAME} .legends .legend text {{ fill: {INK_ON_DARK}; }}
#chart-{NAME} .axis .line {{ stroke: {INK_ON_DARK}; }}
#chart-{NAME} .axis .guide.line, #chart-{NAME} .axis .major.guide.line {{ stroke: {GUIDE_ON_DARK}; }}
}}"""


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
    _make_static(root, lines)
    _describe(root, " ".join(_totals(report, words)) or words.text("empty"), words.language)
    return str(etree.tostring(root, encoding="unicode"))


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
    config.css, config.js = [*config.css, OWN_STYLE], []
    config.style = _style(lines)
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


def _style(lines: list[DrawnLine]) -> Style:
    return Style(
        background=LIGHT,
        plot_background=LIGHT,
        foreground=INK_ON_LIGHT,
        foreground_strong=INK_ON_LIGHT,
        foreground_subtle=INK_ON_LIGHT,
        colors=tuple(line.colour for line in lines) or COLOURS,
        opacity="1",
        stroke_opacity="1",
        stroke_width="2",
        transition="0s",
        font_family=FONT,
        title_font_size=18,
        label_font_size=13,
        major_label_font_size=13,
        legend_font_size=13,
        no_data_font_size=24,
        guide_stroke_color=GUIDE,
        major_guide_stroke_color=GUIDE,
    )


def _make_static(root: Any, lines: list[DrawnLine]) -> None:
    """Takes out what needs a script, and gives each dot a text that browsers show by themselves."""
    for parent in list(root.iter()):
        for child in [child for child in parent if _needs_script(child)]:
            parent.remove(child)
    for node in list(root.iter()):
        if (drawn := SERIES.search(node.get("class", ""))) and len(node):
            for dot in node:
                _name_dot(dot, lines[int(drawn[1])].name)


def _name_dot(dot: Any, line: str) -> None:
    """Puts the line, the week and the value of a dot into its title, in place of texts for a script."""
    texts = {child.get("class"): child for child in dot if _tag(child) == "desc"}
    if not texts:
        return
    for child in texts.values():
        dot.remove(child)
    title = etree.SubElement(dot, "title")
    title.text = f"{line}, {texts['x_label'].text}: {texts['value'].text}"


def _needs_script(node: Any) -> bool:
    """Whether a node is a script, a box that only a script fills, or a comment (its tag is no text)."""
    if not isinstance(node.tag, str):
        return True
    return _tag(node) == "script" or "tooltip-overlay" in node.get("class", "")


def _describe(root: Any, text: str, language: str) -> None:
    """Gives the picture a name and a description for screen readers."""
    named = next(child for child in root if _tag(child) == "title")
    named.set("id", f"{NAME}-title")
    described = etree.Element("desc", {"id": f"{NAME}-text"})
    described.text = text
    root.insert(list(root).index(named) + 1, described)
    for name, value in {
        "role": "img",
        "lang": language,
        "aria-labelledby": f"{NAME}-title",
        "aria-describedby": f"{NAME}-text",
    }.items():
        root.set(name, value)


def _totals(report: ServiceReport, words: LevelWords) -> list[str]:
    texts = []
    for row in report.totals:
        name, percent = words.kind(row.kind), words.number(row.level.percent)
        if percent:
            texts.append(words.text("total", name=name, percent=percent, count=row.level.count))
            if target := TARGETS.get(row.kind):
                texts.append(words.text("promised", target=target))
    return texts


def _tag(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]
