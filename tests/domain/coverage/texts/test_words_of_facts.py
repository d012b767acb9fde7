"""The files of words hold every fact, every value and every general sentence in each language."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from helsebro.coverage import texts
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.question import vocabulary
from helsebro.coverage.question.facts import COUNTRY, PATHS, WORKED_OUT
from helsebro.coverage.texts.fact_texts import fact_texts, texts_in_case
from helsebro.coverage.texts.general import PAPERS
from helsebro.coverage.texts.sentence import names_in

FOLDER = Path(texts.__path__[0])
ASKED = {path for path in PATHS if not path.startswith(("cover.", "person.", "decision."))} - WORKED_OUT
ASKED |= {"person.bornOn", "treatment.dischargedOn", "treatment.supplement", "evidence.reportedOn"}
ASKED |= {*ASKED_FACTS, "history"}
ENUMERATIONS = {path: values for path, values in PATHS.items() if len(values) > 1}
COUNTRIES = {"DK", "NO", "SE", "FI", "DE", "GL", "FO", "IS", "GB", "US", "CH", "TR", "TH"}

language = pytest.mark.parametrize("language", vocabulary.LANGUAGES)


@cache
def words(folder: str, language: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / folder / f"{language}.json").read_text("utf-8"))
    return found


def general_sentences(language: str) -> dict[str, str]:
    return words("general", language)


@language
def test_every_fact_has_a_name(language: str) -> None:
    named = {path for path, fact in words("facts", language).items() if fact["name"]}
    assert named == PATHS.keys() | ASKED


INDIRECT = {
    "da": ("om ", "hvor", "hvad ", "hvilk"),
    "nb": ("om ", "hvor", "hva ", "hvilk", "når "),
    "en": ("whether ", "when ", "how ", "what ", "which ", "from which ", "by how ", "on which "),
}


@language
def test_a_fact_is_named_by_what_is_sent_or_by_an_indirect_question(language: str) -> None:
    """It stands after "we need to know" and "tell us"."""
    known = {path: fact["name"] for path, fact in words("facts", language).items() if path not in PAPERS}
    assert [name for name in known.values() if not name.startswith(INDIRECT[language])] == []


CASES = [
    ("condition.chronic", {"condition.category": "injury"}, "Has a doctor said that the injury is chronic"),
    ("cause", {"condition.category": "misuse-alcohol"}, "Does the addiction come from your work"),
    ("cause", {"condition.category": "other"}, "Does the illness or injury come from your work"),
    ("evidence.policeReport", {"event.kind": "assault"}, "Has the assault been reported"),
    ("evidence.policeReport", {}, "Has the burglary, fire, violence or assault been reported"),
    ("treatment.distanceKm", {"treatment.type": "transport"}, "from your home to the place of treatment?"),
    ("treatment.distanceKm", {"treatment.type": "companion-transport"}, "way from the companion's home"),
]


@pytest.mark.parametrize("path, facts, said", CASES)
def test_a_question_names_what_the_case_is_about(path: str, facts: dict[str, object], said: str) -> None:
    assert said in texts_in_case(path, facts, "en").question


def test_a_price_in_all_names_the_treatment() -> None:
    told = texts_in_case("treatment.cost", {"treatment.type": "rehabilitation"}, "da")
    assert told.question_for("whole") == "Hvad koster genoptræningen i alt?"


@language
def test_no_text_of_a_fact_shows_the_marks_of_a_template(language: str) -> None:
    for path in words("facts", language):
        told = fact_texts(path, language)
        shown = (told.name, told.question, *told.units.values(), *told.conditions.values())
        assert not any("[" in text or "?event" in text for text in shown), path


@language
def test_every_fact_that_can_be_asked_for_has_a_question(language: str) -> None:
    asked = {path for path, fact in words("facts", language).items() if "question" in fact}
    assert asked == ASKED
    assert all(words("facts", language)[path]["question"].endswith("?") for path in asked)


@language
@pytest.mark.parametrize("path", ENUMERATIONS)
def test_every_value_of_a_fact_has_a_word_of_its_own(path: str, language: str) -> None:
    found = words("facts", language)[path]["values"]
    assert found.keys() == set(ENUMERATIONS[path])
    assert len(set(found.values())) == len(found)


@language
@pytest.mark.parametrize("path", [path for path, kind in PATHS.items() if kind == COUNTRY])
def test_the_countries_of_the_terms_and_those_often_travelled_to_have_a_name(
    path: str, language: str
) -> None:
    assert words("facts", language)[path]["values"].keys() >= COUNTRIES


@language
@pytest.mark.parametrize("folder", ["facts", "general"])
def test_a_text_stands_on_one_line_so_that_it_is_read_alone(folder: str, language: str) -> None:
    lines = (FOLDER / folder / f"{language}.json").read_text("utf-8").splitlines()
    alone = {key for line in lines[1:-1] for key in json.loads(f"{{{line.rstrip(',')}}}")}
    assert alone == words(folder, language).keys()
    assert len(lines) - 2 == len(alone)


@language
def test_a_general_sentence_needs_the_same_values_in_every_language(language: str) -> None:
    danish = {key: names_in(text) for key, text in general_sentences("da").items()}
    told = {key: names_in(text) for key, text in general_sentences(language).items()}
    assert told.keys() == danish.keys()
    for key, (needed, optional) in told.items():
        assert needed == danish[key][0], key
        assert optional | {"unit"} == danish[key][1] | {"unit"}, key


@language
def test_every_condition_is_of_a_value_that_exists_and_of_every_language(language: str) -> None:
    conditions = {path: set(fact["if"]) for path, fact in words("facts", language).items() if "if" in fact}
    assert conditions == {
        path: set(fact["if"]) for path, fact in words("facts", "da").items() if "if" in fact
    }
    for path, values in conditions.items():
        choices = PATHS.get(path) or tuple(words("facts", language)[path]["values"])
        known = {"true", "false"} if len(choices) < 2 else set(choices)
        assert {value for value in values if not value.isdigit()} <= known | {"none", "*"}, path


@language
def test_no_condition_repeats_the_question(language: str) -> None:
    """A condition stands in the middle of a sentence, so it has no mark of an end and no capital letter."""
    for path, fact in words("facts", language).items():
        for clause in fact.get("if", {}).values():
            assert not clause.endswith(("?", ".")), path
            assert clause[0].islower(), path
