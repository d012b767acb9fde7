from __future__ import annotations

import pytest

from helsebro.identity.person_numbers import names_a_person


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
