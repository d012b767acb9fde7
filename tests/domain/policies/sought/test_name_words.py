"""A name is found however it is written."""

from __future__ import annotations

import pytest

from helsebro.policies.sought.name_words import name_words
from helsebro.policies.sought.phone_digits import phone_digits, stated_code


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
        ("aeg", "Ægidius Holm"),
        ("ægi", "Ægidius Holm"),
        ("agi", "Ægidius Holm"),
        ("Aegidius", "Ægidius Holm"),
        ("ægi", "Aegidius Holm"),
        ("ase aeg", "Åse Ægidius"),
        ("aas hol", "Åse Holm"),
        ("Åse", "Aase Holm"),
        ("soe", "Søren Holm"),
        ("søe", "Søeborg"),
        ("soeeborg", "Søeborg"),
        ("jør", "Joergen Bo"),
        ("kae", "Kærgaard"),
        ("kær", "Kaergård"),
        ("mue", "Hans Müller"),
        ("muell", "Hans Müller"),
        ("mueller", "Hans Müller"),
        ("mull", "Hans Mueller"),
        ("Müller", "Hans Mueller"),
        ("joe", "Joel Bo"),
        ("Joël", "Joel Bo"),
        ("manu", "Manuel Holm"),
        ("Ǿrsted", "Ørsted"),
        ("Oersted", "Ǿrsted"),
        ("so\u0308r", "Søren Holm"),
        ("A\u030age", "Aage Holm"),
        ("oel", "Ann Bee Cee Dee Eee Fee Ølgaard"),
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


def test_two_words_narrow_a_search_unless_one_is_short() -> None:
    assert name_words("Åse Ægidius").narrowest == "agi ase"
    assert name_words("ase aeg").narrowest == "ase"
    assert name_words("bo lund").narrowest == "bo lun"


def test_a_name_in_two_letters_for_one_has_one_more_beginning_a_word() -> None:
    many = name_words("Åse Ærø Søren Jørgen Kærgaard Müller")
    assert len(many.beginnings) <= 6 + 15 + 6


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


@pytest.mark.parametrize(
    "written, code",
    [
        ("20 30 40 50", None),
        ("+45 20304050", "45"),
        ("0047 20-30-40-50", "47"),
        ("4520304050", "45"),
        ("(+47) 20304050", "47"),
        ("+46 70 123 45 67", "467"),
        ("0046701234567", "467"),
        ("070 123 45 67", None),
        ("112", None),
        (None, None),
    ],
)
def test_a_code_of_a_country_is_what_stands_before_the_number(written: str | None, code: str | None) -> None:
    assert stated_code(written) == code
