from __future__ import annotations

import json
from pathlib import Path

import pytest

from helsebro.network import problem_words as module
from helsebro.network.problem_words import are_known, problem_words, spelt

LISTED = Path(module.__file__).with_suffix(".json")


@pytest.mark.parametrize(
    "text, word",
    [
        ("anxiety", "anxiety"),
        (" Angst ", "angst"),
        ("knee  pain", "knee-pain"),
        ("Søvnløshed", "soevnloeshed"),
        ("Åndenød", "aandenoed"),
        ("A\u030andeno\u0308d", "aandenod"),
        ("Café", "cafe"),
        ("ADHD/ADD", "adhd-add"),
        ("--", ""),
    ],
)
def test_spelling_does_not_separate_what_clinics_list_from_what_a_search_names(text: str, word: str) -> None:
    assert spelt(text) == word
    assert spelt(word) == word


@pytest.mark.parametrize(
    "text, problems",
    [
        ("angst", {"anxiety"}),
        ("Anxiety", {"anxiety"}),
        ("uro", {"restlessness"}),
        ("Stress og uro", {"stress", "restlessness"}),
        ("stress, søvnløshed & sorg", {"stress", "sleep", "grief"}),
        ("hold i ryggen", {"low-back-pain"}),
        ("ryggsmerter", {"back-pain"}),
        ("ADHD/ADD", {"adhd"}),
        ("water fear and stress", {"water-fear", "stress"}),
        ("--", set()),
    ],
)
def test_a_problem_is_the_same_in_every_language_and_a_text_may_name_several(
    text: str, problems: set[str]
) -> None:
    assert problem_words(text) == problems


def test_no_word_stands_for_two_problems_and_each_problem_stands_for_itself() -> None:
    listed = json.loads(LISTED.read_text("utf-8"))
    words = [spelt(word) for problem, each in listed.items() for word in (problem, *each)]
    twice = {word for word in words if words.count(word) > 1}
    assert twice == set()
    assert all(problem_words(problem) == {problem} for problem in listed)


@pytest.mark.parametrize(
    "text, known", [("søvn", True), ("stress og uro", True), ("stress og troldtøj", False)]
)
def test_a_problem_is_known_when_all_its_parts_are(text: str, known: bool) -> None:
    assert are_known(text) is known
