from __future__ import annotations

import pytest

from helsebro.coverage.asked.asked_facts import ASKED_FACTS, is_nothing
from helsebro.coverage.question.facts import AMOUNT, COUNTRY, DAY, FLAG, NUMBER, PATHS, SETS, WORKED_OUT
from helsebro.coverage.texts.fact_texts import fact_texts

KINDS: dict[tuple[str, ...], str] = {
    FLAG: "yes-no",
    DAY: "date",
    NUMBER: "number",
    AMOUNT: "amount",
    COUNTRY: "choice",
}
OF_THE_CASE = {
    path
    for path in PATHS
    if path.split(".")[0] not in ("cover", "person", "decision")
    and path not in WORKED_OUT
    and path != "treatment.type"
}


def test_every_fact_of_a_case_is_in_the_table() -> None:
    assert {path for path, fact in ASKED_FACTS.items() if fact.read_as is None} == OF_THE_CASE
    assert {fact.reads for fact in ASKED_FACTS.values()} <= PATHS.keys()


@pytest.mark.parametrize("path", sorted(OF_THE_CASE))
def test_a_fact_is_answered_with_the_kind_of_value_that_the_engine_reads(path: str) -> None:
    fact = ASKED_FACTS[path]
    if fact.answer_kind != "paper":
        assert fact.answer_kind == KINDS.get(PATHS[path], "choice")
    if PATHS[path] not in KINDS:
        assert fact.choices == PATHS[path]
    assert fact.several is (path in SETS)


@pytest.mark.parametrize("language", ["da", "nb", "en"])
@pytest.mark.parametrize("path", sorted(ASKED_FACTS))
def test_a_fact_has_its_words_in_every_language(path: str, language: str) -> None:
    texts = fact_texts(path, language)
    assert texts.question.endswith("?")
    assert {*ASKED_FACTS[path].choices} <= {*texts.values}


@pytest.mark.parametrize(
    "value, nothing",
    [
        (False, True),
        ("none", True),
        ({"amount": "0.00", "currency": "DKK"}, True),
        (True, False),
        ("own-doctor", False),
        ({"amount": "10.00", "currency": "DKK"}, False),
        (0, False),
        ({"name": "Topdanmark"}, False),
    ],
)
def test_no_and_none_and_zero_say_that_there_is_no_paper(value: object, nothing: bool) -> None:
    assert is_nothing(value) is nothing
