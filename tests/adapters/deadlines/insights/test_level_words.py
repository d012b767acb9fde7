from __future__ import annotations

import re

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro_aws.deadlines.insights.level_words import LevelWords, _read
from helsebro_aws.http.problems import LANGUAGES

NAMED = re.compile(r"{(\w+)}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clock_that_is_counted_has_a_name(language: str) -> None:
    words = LevelWords(language)
    kinds = {kind for kind, row in CLOCKS.items() if row.counts}
    assert {kind for kind in kinds if words.kind(kind) == kind} == set()
    assert len({words.kind(kind) for kind in kinds}) == len(kinds)


def test_a_kind_without_a_name_is_its_own() -> None:
    assert LevelWords("da").kind("earlier-kind") == "earlier-kind"


def test_the_languages_have_the_same_texts_with_the_same_values() -> None:
    shapes = {
        language: {
            name: NAMED.findall(text) if isinstance(text, str) else len(text) for name, text in words.items()
        }
        for language, words in _read().items()
    }
    assert set(shapes) == set(LANGUAGES)
    assert shapes["da"] == shapes["nb"] == shapes["en"]


def test_a_value_is_not_read_as_a_text() -> None:
    assert "{count}" in LevelWords("en").text("total", name="{count}", percent="1", count=2)


@pytest.mark.parametrize("language, shown", [("da", "1,25"), ("nb", "1,25"), ("en", "1.25")])
def test_a_number_has_the_decimal_mark_of_the_language(language: str, shown: str) -> None:
    assert LevelWords(language).number(1.25, 2) == shown
    assert LevelWords(language).number(None) == ""
