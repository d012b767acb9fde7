"""Names that are written in different ways are equal; other names are not."""

from __future__ import annotations

import pytest

from helsebro.onboarding.folded_name import digest_of_name, folded


@pytest.mark.parametrize(
    "one, other",
    [
        ("Mette Lund", "  METTE   lund "),
        ("Søren Ågård", "Soeren Aagaard"),
        ("Søren Ågård", "SØREN A\u030aGA\u030aRD"),
        ("Anne-Marie Bæk", "anne marie baek"),
        ("José O'Brien", "Jose OBrien"),
        ("J. P. Hansen", "J P Hansen"),
    ],
)
def test_the_same_name_written_differently_is_equal(one: str, other: str) -> None:
    assert folded(one) == folded(other)
    assert digest_of_name(one) == digest_of_name(other)


@pytest.mark.parametrize(
    "one, other",
    [("Mette Lund", "Mette Lunde"), ("Mette Lund", "Mette Marie Lund"), ("Mette Lund", "Lund Mette")],
)
def test_another_name_is_not_equal(one: str, other: str) -> None:
    assert digest_of_name(one) != digest_of_name(other)


@pytest.mark.parametrize("name", ["", "  ", "-", "…"])
def test_a_name_without_letters_has_no_digest(name: str) -> None:
    assert digest_of_name(name) == ""
