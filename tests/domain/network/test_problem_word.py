from __future__ import annotations

import pytest

from helsebro.network.problem_word import problem_word


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
    assert problem_word(text) == word
    assert problem_word(word) == word
