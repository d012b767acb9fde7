from __future__ import annotations

import pytest

from helsebro.network.phone_number import international


@pytest.mark.parametrize(
    "text, country, expected",
    [
        ("33 11 22 33", "DK", "+4533112233"),
        ("22 33 44 55", "NO", "+4722334455"),
        ("+45 33 11 22 33", "NO", "+4533112233"),
        ("0047 22334455", "DK", "+4722334455"),
        ("+46 8 123 456 78", "DK", "+46812345678"),
        ("(33) 11-22.33", "DK", None),
        ("3311-22.33", "DK", "+4533112233"),
        ("112", "DK", None),
        ("+45 112", "DK", None),
        ("+45 33 11 22 3", "DK", None),
        ("+45 33 11 22 333", "DK", None),
        ("+0 33112233", "DK", None),
        ("+1234567890123456", "DK", None),
        ("ring 33112233", "DK", None),
        ("٣٣١١٢٢٣٣", "DK", None),
        ("+", "DK", None),
        ("", "DK", None),
    ],
)
def test_a_phone_number_has_the_length_of_its_country(text: str, country: str, expected: str | None) -> None:
    assert international(text, country) == expected
