"""The example of a text that we write is a text that we serve."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any

import pytest

import helsebro_aws
from helsebro.complaints.next_step_texts import FACTS
from helsebro.country_profile import profile
from helsebro.coverage.texts.fact_texts import fact_texts, word_of
from helsebro.coverage.texts.general import general_sentence
from helsebro.coverage.texts.rule_texts import rule_texts
from helsebro.coverage.texts.sentence import filled
from helsebro.plain_words import plain_words

LANGUAGE = "da"


@cache
def texts_in(place: str) -> Any:
    return json.loads((resources.files(helsebro_aws) / place).read_text("utf-8"))


@cache
def schemas() -> Any:
    return texts_in("openapi.json")["components"]["schemas"]


def example(schema: str, field: str) -> Any:
    [found] = schemas()[schema]["properties"][field]["examples"]
    return found


def clause_of(schema: str) -> str:
    return rule_texts("SA1706", example(schema, "rule"), LANGUAGE).clause


def sentence_of(schema: str) -> str:
    row = schemas()[schema]["properties"]
    template = rule_texts("SA1706", row["rule"]["examples"][0], LANGUAGE).templates["deny"]
    return filled(template, row["facts"]["examples"][0], plain_words(LANGUAGE), lambda _, code: code)


SERVED: dict[tuple[str, str], Callable[[], str]] = {
    ("AskedFact", "question"): lambda: fact_texts("treatment.cost", LANGUAGE).question,
    ("OpenFact", "question"): lambda: fact_texts("treatment.cost", LANGUAGE).question,
    ("CaseFact", "question"): lambda: fact_texts("evidence.policeReport", LANGUAGE).question,
    ("FactChoice", "label"): lambda: fact_texts("event.kind", LANGUAGE).label("assault"),
    ("TrailRow", "detail"): lambda: sentence_of("TrailRow"),
    ("TrailStep", "detail"): lambda: sentence_of("TrailStep"),
    ("TrailRow", "clauseText"): lambda: clause_of("TrailRow"),
    ("TrailStep", "clauseText"): lambda: clause_of("TrailStep"),
    ("Benefit", "text"): lambda: clause_of("Benefit"),
    ("Explanation", "headline"): lambda: general_sentence(
        "headline.denied", {"treatment.type": word_of("treatment.type", "osteopathy", LANGUAGE)}, LANGUAGE
    ),
    ("Change", "sentence"): lambda: general_sentence("coveredFrom", {"day": "2027-11-28"}, LANGUAGE),
    ("Delay", "text"): lambda: texts_in("claims/problems.json")["workflow-failed"][LANGUAGE][1],
    ("OutsideGrant", "detail"): lambda: texts_in("tasks/outside_grant.json")[example("OutsideGrant", "code")][
        LANGUAGE
    ],
    ("NextStep", "text"): lambda: FACTS["paper"][LANGUAGE].format(
        name=fact_texts(example("NextStep", "fact"), LANGUAGE).name
    ),
    ("Safety", "text"): lambda: profile("DK").safety[LANGUAGE],
    ("Deadline", "title"): lambda: title("Deadline", "deadlines/shown/clock_titles.json"),
    ("OpenDeadline", "title"): lambda: title("OpenDeadline", "deadlines/shown/clock_titles.json"),
    ("Preference", "title"): lambda: title("Preference", "notifications/preferences/kind_titles.json"),
}


def title(schema: str, place: str) -> str:
    return str(texts_in(place)[example(schema, "kind")][LANGUAGE])


@pytest.mark.parametrize("schema, field", SERVED)
def test_the_example_of_a_text_is_what_a_danish_caller_reads(schema: str, field: str) -> None:
    assert example(schema, field) == SERVED[schema, field]()
