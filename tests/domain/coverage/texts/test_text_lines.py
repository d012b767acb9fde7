"""The readers of texts parse the lines that are shown, and no others."""

from __future__ import annotations

import pytest

from helsebro.coverage.question import vocabulary
from helsebro.coverage.texts.fact_texts import fact_texts, word_of
from helsebro.coverage.texts.general import general_template
from helsebro.coverage.texts.rule_texts import rule_texts
from helsebro.coverage.texts.shown_trail import ShownTrail
from helsebro.coverage.texts.text_lines import keys_of, text_line
from helsebro.coverage.trail import Step, Trail


def parsed_by(shown: Trail) -> int:
    """The lines that are parsed to show a trail in a process that has parsed none."""
    for reader in (text_line, rule_texts, fact_texts):
        reader.cache_clear()
    ShownTrail(shown, "da", "SA1706").rows()
    return text_line.cache_info().misses


def test_a_trail_parses_the_lines_of_its_own_rules_alone() -> None:
    steps = (Step("R-001", "front", "note"), Step("R-603", "6.3", "deny"))

    assert len(keys_of("SA1706", "da")) > 150
    # Each has at most its own line and the general sentence of its effect.
    assert parsed_by(Trail(steps[:1], product="SA1706")) <= 2
    assert parsed_by(Trail(steps, product="SA1706")) <= 4


def test_an_empty_trail_parses_nothing() -> None:
    assert parsed_by(Trail()) == 0


@pytest.mark.parametrize("language", vocabulary.LANGUAGES)
def test_a_version_has_its_own_texts_and_those_of_its_base_for_the_rest(language: str) -> None:
    work, leisure = (rule_texts(product, "R-301", language).clause for product in ("SA1706", "SF1706"))

    assert work != leisure
    assert rule_texts("SF1706", "R-304", language) == rule_texts("SA1706", "R-304", language)


@pytest.mark.parametrize("product, rule", [("SA1706", "R-9999"), ("SA9999", "R-301"), ("", "R-301")])
def test_an_unknown_rule_or_product_has_no_texts(product: str, rule: str) -> None:
    assert rule_texts(product, rule, "da") == ("", {}, "")


def test_a_fact_without_texts_has_its_path_as_its_name() -> None:
    found = fact_texts("treatment.colour", "da")
    assert (found.name, found.question, found.values) == ("treatment.colour", "treatment.colour", {})


@pytest.mark.parametrize(
    "name, code, word",
    [
        ("treatment.type", "osteopathy", "osteopathy"),
        ("treatment.type", "yoga", "yoga"),
    ],
)
def test_a_value_has_the_word_of_its_fact(name: str, code: str, word: str) -> None:
    assert word_of(name, code, "en") == word


def test_a_module_has_the_word_of_the_policys_covers() -> None:
    assert word_of("module", "physical", "da") == fact_texts("cover.modules", "da").values["physical"]


def test_an_unknown_general_sentence_is_a_bug() -> None:
    with pytest.raises(KeyError):
        general_template("mood", "da")


def test_every_line_of_every_file_is_found_by_its_key() -> None:
    folders = ("SA1706", "SF1706", "facts", "general")
    files = [(folder, language) for folder in folders for language in vocabulary.LANGUAGES]
    found = [text_line(*file, key) for file in files for key in keys_of(*file)]

    assert len(found) > 800
    assert all(found)


@pytest.mark.parametrize("folder", ["SA1706", "SF1706", "facts", "general"])
def test_the_three_languages_have_the_same_keys(folder: str) -> None:
    danish, *others = ([*keys_of(folder, language)] for language in vocabulary.LANGUAGES)

    assert all(other == danish for other in others)
    assert len({*danish}) == len(danish)
