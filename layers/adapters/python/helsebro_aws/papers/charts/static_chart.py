"""Static chart: what all our charts (SVG) have in common.

The picture has no script, no link and no font from elsewhere, and follows the light or dark colours of its
reader. A screen reader reads its name and its description. Every dot and bar says what it is and its value,
to a mouse too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from helsebro_aws.papers.charts.pygal_parts import Style, etree

COLOURS = (
    "#2878C8", "#D1500F", "#2B8A4B", "#B5379E", "#9A6A00",
    "#0B8494", "#7B61E8", "#CF3F5E", "#6F7F1E", "#7A7A7A",
)  # fmt: skip
"""Each has a contrast of at least 3 to 1 with the light and with the dark background (WCAG 1.4.11)."""
LIGHT, DARK = "#FFFFFF", "#15191E"
INK_ON_LIGHT, INK_ON_DARK = "#20262D", "#E8EBEE"
GUIDE, GUIDE_ON_DARK = "#9AA3AD", "#5B6570"
SERIES = re.compile(r"\bserie-(\d+)\b")
"""How pygal marks the dots and bars of a series."""
FONT = "system-ui, sans-serif"


def own_style(name: str) -> str:
    """Returns the style sheet of the chart of that name."""
    return f"""inline:#chart-{name} .dot {{ stroke-dasharray: none; }}
@media (prefers-color-scheme: dark) {{
#chart-{name} {{ background-color: {DARK}; }}
#chart-{name} .graph > .background, #chart-{name} .plot > .background {{ fill: {DARK}; }}
#chart-{name} .title, #chart-{name} .axis text, #chart-{name} .axis text.major,
#chart-{name} text.no_data, #chart-{name} .legends .legend text {{ fill: {INK_ON_DARK}; }}
#chart-{name} .axis .line {{ stroke: {INK_ON_DARK}; }}
#chart-{name} .axis .guide.line, #chart-{name} .axis .major.guide.line {{ stroke: {GUIDE_ON_DARK}; }}
}}"""


def style_with(colours: Sequence[str]) -> Style:
    """Returns the style of a chart whose series have these colours."""
    return Style(
        background=LIGHT,
        plot_background=LIGHT,
        foreground=INK_ON_LIGHT,
        foreground_strong=INK_ON_LIGHT,
        foreground_subtle=INK_ON_LIGHT,
        colors=tuple(colours) or COLOURS,
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


def make_static(root: Any, series: Sequence[str]) -> None:
    """Takes out what needs a script, and gives each dot or bar a text that browsers show by themselves.

    ``series`` are the names of the series, in their order.
    """
    for parent in list(root.iter()):
        for child in [child for child in parent if _needs_script(child)]:
            parent.remove(child)
    for node in list(root.iter()):
        if (drawn := SERIES.search(node.get("class", ""))) and len(node):
            # A bar stands in a group of bars, a dot in that of its line.
            for part in list(node.iter()):
                _name_part(part, series[int(drawn[1])])


def describe(root: Any, name: str, text: str, language: str) -> None:
    """Gives the picture of that name a title and a description for screen readers."""
    named = next(child for child in root if _tag(child) == "title")
    named.set("id", f"{name}-title")
    described = etree.Element("desc", {"id": f"{name}-text"})
    described.text = text
    root.insert(list(root).index(named) + 1, described)
    for attribute, value in {
        "role": "img",
        "lang": language,
        "aria-labelledby": f"{name}-title",
        "aria-describedby": f"{name}-text",
    }.items():
        root.set(attribute, value)


def as_text(root: Any) -> str:
    """Returns the picture as SVG."""
    return str(etree.tostring(root, encoding="unicode"))


def _name_part(part: Any, series: str) -> None:
    """Puts the series, the place and the value of a dot or bar into its title, for texts for a script."""
    texts = {child.get("class"): child for child in part if _tag(child) == "desc"}
    if "x_label" not in texts:
        return
    for child in texts.values():
        part.remove(child)
    title = etree.SubElement(part, "title")
    title.text = f"{series}, {texts['x_label'].text}: {texts['value'].text}"


def _needs_script(node: Any) -> bool:
    """Whether a node is a script, a box that only a script fills, or a comment (its tag is no text)."""
    if not isinstance(node.tag, str):
        return True
    return _tag(node) == "script" or "tooltip-overlay" in node.get("class", "")


def _tag(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]
