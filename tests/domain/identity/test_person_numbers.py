from __future__ import annotations

import pytest

from helsebro.identity.person_numbers import any_may_name_a_person, candidates, names_a_person


@pytest.mark.parametrize(
    "text",
    [
        "0101701234",
        "010170-1234",
        "010170 1234",
        "01011970-1234",
        "01-01-1970 1234",
        "Behandling af 2902041234, ryg",
        "cpr:3112991234",
        "(010170-1234)",
        "010170-1234.",
        "01017012345",
        "010170 12345",
        "41017012345",
        "01417012345",
        "01817012345",
    ],
)
def test_a_number_with_a_birthday_in_it_points_at_a_person(text: str) -> None:
    assert names_a_person(text)
    # The quick look at many texts together sees whatever the close look sees.
    assert any_may_name_a_person(["2026-11-21", "København", text, "850.00"])


def test_a_quick_look_passes_over_what_is_far_from_a_persons_number() -> None:
    assert not any_may_name_a_person(["2026-11-21", "2026", "Nørregade 1", "850.00", "0101", "70-1234"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Behandling",
        "5790000123452",
        "DK5000400440116243",
        "026840149965328",
        "3201701234",
        "0113701234",
        "3002701234",
        "4501701234",
        "+45 12 34 56 78",
        "2026-11-21",
        "0101701234.00",
        "1.0101701234",
        "bkg_aznc3ukmxzcmbgy3kwla",
        "01017012-3401-4678-9abc-010170123456",
        "kq7f3m2xw5tz",
    ],
)
def test_a_number_without_a_birthday_does_not_point_at_a_person(text: str) -> None:
    assert not names_a_person(text)


def test_the_check_digit_plays_no_part() -> None:
    assert all(names_a_person(f"010170123{last}") for last in range(10))


@pytest.mark.parametrize(
    "text",
    [
        "01.01.70-1234",
        "01-01-70-1234",
        "01/01/70-1234",
        "01 01 70 1234",
        "010170 - 1234",
        "010170\N{EN DASH}1234",
        "010170\N{NON-BREAKING HYPHEN}1234",
        "010170\N{MINUS SIGN}1234",
        "010170\N{NO-BREAK SPACE}1234",
        "010170\N{THIN SPACE}1234",
        "01017\N{ZERO WIDTH SPACE}0-1234",
        "010170\N{SOFT HYPHEN}-1234",
        "\N{FULLWIDTH DIGIT ZERO}10170-1234",
        "01.01.1970-1234",
        "21\N{ARABIC-INDIC DIGIT ONE}126-0001",
        "010170-12345",
        "410170 12345",
    ],
)
@pytest.mark.parametrize("is_reference", [False, True])
def test_a_sign_where_the_number_is_divided_speaks_for_a_person(text: str, is_reference: bool) -> None:
    assert names_a_person(text, is_reference=is_reference)


@pytest.mark.parametrize(
    "text,in_text,as_reference",
    [
        ("2111260001", False, False),
        (" 2111260001. ", False, False),
        ("ordrenr. 2111260001", False, False),
        ("Rekvisition: 2111260001", False, False),
        ("CPR 2111260001", True, True),
        ("fødselsnummer: 2111260001", True, True),
        ("ordre 17, cpr-nr. 2111260001", True, True),
        ("Behandling af 2111260001, ryg", True, False),
        ("0101701234", True, False),
        ("2111260004", True, False),
        ("2111260012", True, False),
        ("21112600012", True, False),
        ("01017000027", True, True),
        ("den 03.11.26 1430", False, False),
        ("03.11.26-10.11.26", False, False),
        ("2026-11-03 2026-11-10", False, False),
    ],
)
def test_a_number_without_a_sign_needs_more_that_speaks_for_a_person(
    text: str, in_text: bool, as_reference: bool
) -> None:
    assert (names_a_person(text), names_a_person(text, is_reference=True)) == (in_text, as_reference)


@pytest.mark.parametrize(
    "text",
    [
        "0101701234",
        "010170-1234",
        "01.01.70-1234",
        "01 01 1970 / 1234",
        "0-1-0-1-7-0-1-2-3-4",
        "01\N{EN DASH}01\N{NO-BREAK SPACE}70\N{ZERO WIDTH SPACE}1234",
        "\N{FULLWIDTH DIGIT ZERO}1\N{FULLWIDTH FULL STOP}0170 1234",
        "5790101701234",
        "0_1|0*1+7=0(1)2[3]4",
    ],
)
def test_the_digits_of_a_number_are_candidates_whatever_stands_between_them(text: str) -> None:
    assert ("DK", "0101701234") in set(candidates(text))


INVISIBLE = (
    *(0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200F, 0x202A, 0x2060, 0x2064),
    *(0x206F, 0x2800, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0x1BCA0, 0x1D173, 0xE0001, 0xE0061),
    *(0xE0100, 0xE0FFF),
)


@pytest.mark.parametrize("code", INVISIBLE)
def test_a_sign_that_no_one_sees_hides_no_number_also_where_unicode_calls_it_a_letter(code: int) -> None:
    hidden = chr(code).join("010170") + "1234"
    assert ("DK", "0101701234") in set(candidates(hidden))
    assert names_a_person(f"01017{chr(code)}0-12{chr(code)}34")


def test_a_number_is_found_by_every_day_and_month_that_one_may_begin_with() -> None:
    beginnings = [(day + more, 1) for more in (0, 40) for day in range(1, 32)]
    beginnings += [(1, month + more) for more in (0, 20, 40, 60, 80) for month in range(1, 13)]
    for day, month in beginnings:
        number = f"{day:02}{month:02}0012345"
        assert ("NO", number) in set(candidates(f"9{number}9"))
    for month in range(1, 13):
        assert set(candidates(f"01{month:02}001234")) == {("DK", f"01{month:02}001234")}


def test_a_letter_between_digits_ends_a_number_and_one_without_a_birthday_is_none() -> None:
    assert set(candidates("010170a1234")) == set(candidates("9999999999")) == set(candidates("")) == set()
    assert set(candidates("41017012345")) == {("NO", "41017012345")}


def test_a_text_has_candidates_by_its_length_and_a_file_in_it_has_none() -> None:
    """Ten times the text has ten times the candidates, and no more."""
    few, many = "0101701234 " * 100, "0101701234 " * 1000
    assert len(list(candidates(many))) < 11 * len(list(candidates(few)))
    assert list(candidates("QUJD" * 1_000_000)) == []


def test_many_lone_numbers_in_one_text_are_each_looked_at_once() -> None:
    """What looks at the whole text anew for each number takes minutes for a megabyte."""
    assert not names_a_person("2111260001 " * 9_000)
