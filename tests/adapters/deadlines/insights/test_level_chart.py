from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from helsebro.deadlines.service_level import KindLevel, ServiceLevel, ServiceReport, report
from helsebro.quality.iso_week import IsoWeek, weeks
from helsebro_aws.deadlines.insights.level_chart import DASHES, chart
from helsebro_aws.deadlines.insights.level_words import LevelWords
from helsebro_aws.papers.charts.static_chart import COLOURS, DARK, INK_ON_DARK, INK_ON_LIGHT, LIGHT

LAST = IsoWeek(2026, 48)
SVG = "{http://www.w3.org/2000/svg}"


def of_weeks(count: int, kinds: Sequence[str] = ("first-answer",), within: int = 39) -> ServiceReport:
    """Returns a report of so many weeks, in which one promise of each kind was missed a week."""
    first = IsoWeek.of_day(LAST.first_day - timedelta(weeks=count - 1))
    found = [
        KindLevel("claims", kind, ServiceLevel(within, 1, {70: within}), week)
        for week in weeks(first, LAST)
        for kind in kinds
    ]
    return report("tryg", first, LAST, found)


def drawn(made: ServiceReport, language: str = "da") -> ElementTree.Element:
    return ElementTree.fromstring(chart(made, LevelWords(language)))


def texts(root: ElementTree.Element, tag: str) -> list[str]:
    return [node.text or "" for node in root.iter(f"{SVG}{tag}")]


def dots(root: ElementTree.Element) -> list[str]:
    """Returns the titles of all dots."""
    found = [node for node in root.iter(f"{SVG}g") if node.get("class") == "dots"]
    return [title for node in found for title in texts(node, "title")]


@pytest.mark.parametrize("count", [1, 12, 104])
@pytest.mark.parametrize(
    "kinds", [(), ("first-answer",), ("first-answer", "refund", "<script>alert(1)</script>")]
)
def test_a_chart_has_no_script_no_link_and_nothing_from_elsewhere(count: int, kinds: tuple[str, ...]) -> None:
    text = chart(of_weeks(count, kinds), LevelWords("da"))
    root = ElementTree.fromstring(text)
    tags = {node.tag.removeprefix(SVG) for node in root.iter()}
    assert tags <= {"svg", "defs", "style", "title", "desc", "g", "rect", "path", "text", "circle"}
    names = {name for node in root.iter() for name in node.attrib}
    assert {name for name in names if name.startswith("on") or name.endswith("href")} == set()
    assert "<!--" not in text
    assert set(re.findall(r"https?://[^\"]+", text)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    styles = " ".join(texts(root, "style"))
    assert "@import" not in styles
    assert "url(" not in styles


def test_a_screen_reader_reads_the_weeks_and_the_totals() -> None:
    root = drawn(of_weeks(12))
    names = {node.get("id"): node.text for node in root.iter() if node.get("id")}
    assert root.get("role") == "img"
    assert root.get("lang") == "da"
    assert names[root.get("aria-labelledby")] == "Overholdte frister, 2026-W37 til 2026-W48"
    described = names[root.get("aria-describedby")]
    assert described == "Første svar: 97,5 % af 480 frister er overholdt. Lovet er 98 %."


def test_a_dot_says_its_line_its_week_and_its_value() -> None:
    assert dots(drawn(of_weeks(2), "en")) == [
        "First answer, 2026-W47: 97.5 %",
        "First answer, 2026-W48: 97.5 %",
    ]


def test_one_week_shows_the_promised_share_as_a_dot() -> None:
    assert dots(drawn(of_weeks(1), "en")) == [
        "First answer, 2026-W48: 97.5 %",
        "Promised, First answer: 98 %, 2026-W48: 98.0 %",
    ]


def test_more_than_thirty_weeks_are_drawn_four_at_a_time() -> None:
    assert len(dots(drawn(of_weeks(30)))) == 30
    assert len(dots(drawn(of_weeks(104)))) == 26
    assert "Kept, in percent, four weeks" in " ".join(texts(drawn(of_weeks(104), "en"), "text"))


def test_weeks_without_deadlines_leave_a_gap() -> None:
    found = [
        KindLevel("claims", "refund", ServiceLevel(9, 1), IsoWeek(2026, number))
        for number in (44, 45, 47, 48)
    ]
    root = drawn(report("tryg", IsoWeek(2026, 44), LAST, found))
    assert len(dots(root)) == 4
    assert len([node for node in root.iter(f"{SVG}path") if "line reactive" in node.get("class", "")]) == 2


def test_without_deadlines_the_chart_says_so() -> None:
    root = drawn(of_weeks(12, kinds=()), "nb")
    assert "Ingen frister i disse ukene" in texts(root, "text")
    assert "Ingen frister i disse ukene" in texts(root, "desc")


@pytest.mark.parametrize("within, lowest", [(0, "0 %"), (1, "50 %"), (9, "90 %"), (99, "90 %")])
def test_the_axis_begins_below_the_lowest_share(within: int, lowest: str) -> None:
    labels = [text for text in texts(drawn(of_weeks(3, ("refund",), within)), "text") if text.endswith("%")]
    assert labels[0] == lowest
    assert labels[-1] == "100 %"


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("ground", [LIGHT, DARK])
def test_every_line_can_be_told_from_the_background(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= 3


@pytest.mark.parametrize("ink, ground", [(INK_ON_LIGHT, LIGHT), (INK_ON_DARK, DARK)])
def test_every_text_can_be_read(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 7


def test_neighbouring_lines_differ_without_their_colours() -> None:
    assert all(one != other for one, other in pairwise(DASHES))


def test_a_dark_reader_gets_dark_colours() -> None:
    [style] = texts(drawn(of_weeks(2)), "style")
    assert "prefers-color-scheme:dark" in style.replace(" ", "")
    assert DARK in style


def test_the_same_report_draws_the_same_chart() -> None:
    assert chart(of_weeks(12), LevelWords("da")) == chart(of_weeks(12), LevelWords("da"))
