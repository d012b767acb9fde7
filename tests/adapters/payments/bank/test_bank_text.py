from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helsebro.payments.bank.reference import (
    CARRIED,
    CARRIED_AT_HOME,
    OF_DENMARK_AND_NORWAY,
    FreeText,
    not_carried,
)
from helsebro_aws.payments.bank.bank_text import bank_text


@pytest.mark.parametrize(
    "text, at_home, written",
    [
        ("Klinikken på Åboulevarden ApS", True, "Klinikken på Åboulevarden ApS"),
        ("Klinikken på Åboulevarden ApS", False, "Klinikken paa AAboulevarden ApS"),
        ("A\N{COMBINING RING ABOVE}rhus", True, "Århus"),
        ("Ærø & Søn", True, "Ærø + Søn"),
        ("Ærø & Søn", False, "AEroe + Soen"),
        ("Müller, Groß und Söhne", True, "Mueller, Gross und Soehne"),
        ("José Nuñez", True, "Jose Nunez"),
        ("Łukasz Żółć", True, "Lukasz Zolc"),
        ("Жанна Иванова", True, "Zhanna Ivanova"),
        ("O\N{RIGHT SINGLE QUOTATION MARK}Brien \N{EN DASH} Fysio", True, "O'Brien - Fysio"),
        ("//Fysio//Bo/", True, "Fysio/Bo"),
        ("to\nlinjer\tog  mere", True, "to linjer og mere"),
        ("\N{SMILING FACE WITH OPEN MOUTH}", True, "NOTPROVIDED"),
        ("  ", True, "NOTPROVIDED"),
    ],
)
def test_a_text_is_written_in_signs_that_the_banks_carry(text: str, at_home: bool, written: str) -> None:
    assert bank_text(text, 140, at_home=at_home) == written


ALPHABETS = ((0x21, 0x1BF), (0x1C4, 0x24F), (0x388, 0x3CE), (0x400, 0x45F))
SILENT = set("ЪъƏǝɅ")
"""Letters that no Latin letter is written for."""
LETTERS = [chr(code) for first, last in ALPHABETS for code in range(first, last)]


def test_what_a_file_leaves_out_of_a_name_is_told() -> None:
    assert not_carried("Ørsted & Søn \N{SNOWMAN}\N{GRINNING FACE}\N{SNOWMAN}") == (
        "\N{SNOWMAN}",
        "\N{GRINNING FACE}",
    )
    assert not_carried("Müller, Groß\N{EN DASH}Łukasz Żółć, Жанна") == ()
    kept = [sign for sign in LETTERS if not not_carried(sign) and sign not in SILENT]
    assert len(kept) > 600
    assert [sign for sign in kept if bank_text(f"a{sign}a", 9, at_home=True) == "aa"] == []


def test_a_text_is_cut_at_its_limit_without_a_blank_at_the_end() -> None:
    assert bank_text("Helsebro 1007", 9, at_home=True) == "Helsebro"
    assert len(bank_text("å" * 200, 140, at_home=False)) == 140


@given(st.text(), st.integers(11, 140), st.booleans())
def test_no_text_has_another_sign_or_more_of_them(text: str, most: int, at_home: bool) -> None:
    written = bank_text(text, most, at_home=at_home)
    assert 1 <= len(written) <= most
    assert set(written) <= set(CARRIED + (OF_DENMARK_AND_NORWAY if at_home else ""))
    assert written == written.strip()
    assert "//" not in written
    assert bank_text(written, most, at_home=at_home) == written


@given(st.text(CARRIED_AT_HOME + "Öé_\N{NO-BREAK SPACE}", min_size=1, max_size=150), st.booleans())
def test_a_text_is_carried_whole_where_nothing_of_it_is_written_otherwise(text: str, at_home: bool) -> None:
    is_whole = FreeText(text).is_carried_whole(at_home=at_home)
    assert is_whole is (bank_text(text, 140, at_home=at_home) == text)
