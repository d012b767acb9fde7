from __future__ import annotations

import csv
import io

import pytest

from helsebro.deadlines.service_level import KindLevel, ServiceLevel, report
from helsebro.quality.iso_week import IsoWeek
from helsebro_aws.deadlines.insights.level_sheet import sheet
from helsebro_aws.deadlines.insights.level_words import LevelWords
from helsebro_aws.papers.sheet_cells import BYTE_ORDER_MARK, harmless

WEEK = IsoWeek(2026, 48)
LEVEL = ServiceLevel(within=39, missed=1, took={70: 40})


def lines(text: str, delimiter: str) -> list[list[str]]:
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""), delimiter=delimiter))


def written(language: str, payer: str = "tryg", kind: str = "first-answer") -> str:
    rows = [KindLevel("claims", kind, LEVEL, WEEK)]
    return sheet(report(payer, WEEK, WEEK, rows), LevelWords(language))


@pytest.mark.parametrize(
    "language, delimiter, percent, first, name",
    [
        ("da", ";", "97,5", "Uge", "Første svar"),
        ("nb", ";", "97,5", "Uke", "Første svar"),
        ("en", ",", "97.5", "Week", "First answer"),
    ],
)
def test_a_sheet_has_the_marks_of_its_language(
    language: str, delimiter: str, percent: str, first: str, name: str
) -> None:
    head, row = lines(written(language), delimiter)
    assert head[0] == first
    assert len(head) == len(row) == 14
    assert row[:11] == [
        *("2026-W48", "2026-11-23", "2026-11-29", "tryg", "claims", "first-answer", name),
        *("40", "39", percent, "98"),
    ]


def test_a_week_without_answers_has_empty_cells_and_zeros() -> None:
    rows = [KindLevel("claims", "refund", LEVEL, WEEK)]
    _, _, quiet = lines(sheet(report("tryg", WEEK, IsoWeek(2026, 49), rows), LevelWords("en")), ",")
    assert quiet[7:] == ["0", "0", "", "", "0", "", ""]


def test_a_sheet_without_deadlines_has_its_header() -> None:
    text = sheet(report("tryg", WEEK, WEEK, []), LevelWords("da"))
    assert len(lines(text, ";")) == 1


def test_every_line_ends_as_the_standard_says() -> None:
    assert written("da").count("\r\n") == written("da").count("\n") == 2


LIVE = [
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://a.example","x")',
    "\uff1d1+1",
]


@pytest.mark.parametrize("text", LIVE)
def test_no_cell_is_a_live_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"
    _, row = lines(written("da", payer=text, kind=text), ";")
    assert row[3] == row[5] == row[6] == f"'{text}"


@pytest.mark.parametrize("text", ["tryg", "2026-W48", "97,5", "", "a=b", "Første svar; og mere", 'a "b"'])
def test_other_cells_are_read_back_as_they_are(text: str) -> None:
    assert harmless(text) == text
    _, row = lines(written("da", payer=text), ";")
    assert row[3] == text
