"""A name is found however it is written."""

from __future__ import annotations

import pytest

from helsebro.policies.sought.name_words import name_words
from helsebro.policies.sought.phone_digits import phone_digits


@pytest.mark.parametrize(
    "asked, name",
    [
        ("anna lund", "Anna Lund"),
        ("LUND ANNA", "Anna Holm Lund"),
        ("soren", "Søren Holm"),
        ("Soeren", "Søren Holm"),
        ("Åse", "Aase Ærø"),
        ("ase aero", "Åse Ærø"),
        ("Jose", "José Müller"),
        ("Mull", "José Müller"),
        ("jor", "Jørgen Bo"),
        ("Bo", "Jørgen Bo"),
        ("Anne Marie", "Anne-Marie Holm"),
        ("Lund", "Ann Bee Cee Dee Eee Fee Lund"),
    ],
)
def test_a_name_is_found_however_it_is_written(asked: str, name: str) -> None:
    words, known = name_words(asked), name_words(name)
    assert words.are_in(known)
    assert words.narrowest in known.beginnings


@pytest.mark.parametrize(
    "asked, name", [("Anna Lind", "Anna Lund"), ("una", "Anna Lund"), ("An", "Anna Lund")]
)
def test_other_words_do_not_find_it(asked: str, name: str) -> None:
    words, known = name_words(asked), name_words(name)
    assert not (words.are_in(known) and words.narrowest in known.beginnings)


def test_a_long_name_has_a_bounded_number_of_beginnings() -> None:
    assert len(name_words(" ".join(f"{letter * 3}x" for letter in "bcdefghijklm")).beginnings) == 6 + 15


def test_a_text_without_words_has_none() -> None:
    assert name_words("- _ .").words == ()


@pytest.mark.parametrize(
    "written", ["20 30 40 50", "+45 20304050", "0045 20-30-40-50", "(20) 30.40.50", "4520304050"]
)
def test_a_phone_number_is_the_same_with_and_without_its_country(written: str) -> None:
    assert phone_digits(written) == "20304050"


@pytest.mark.parametrize("short", [None, "", "112", "20 30 40 5"])
def test_a_short_number_is_not_searched_for(short: str | None) -> None:
    assert phone_digits(short) is None
