from __future__ import annotations

import pytest

from helsebro.invoices.numbers.invoice_number import is_too_long, plain_number


@pytest.mark.parametrize(
    "written",
    [
        "Å-17",
        "A\N{COMBINING RING ABOVE}-17",
        "\N{ANGSTROM SIGN}-17",
        "å-17",
        "Å-17\N{ZERO WIDTH SPACE}",
        "Å\N{SOFT HYPHEN}-1\N{HANGUL FILLER}7",
        "Å\N{NON-BREAKING HYPHEN}17",
        "Å\N{EN DASH}\N{FULLWIDTH DIGIT ONE}7",
        " Å-17 ",
    ],
)
def test_a_number_is_the_same_however_its_signs_are_encoded(written: str) -> None:
    assert plain_number(written) == "å-17"


@pytest.mark.parametrize("other", ["Å-18", "A-17", "Å17", "Å- 17", "Å-17/2"])
def test_another_number_is_another(other: str) -> None:
    assert plain_number(other) != "å-17"


def test_a_number_is_too_long_as_it_is_written_or_as_it_is_told_apart() -> None:
    assert not is_too_long("1" * 60)
    assert is_too_long("1" * 61)
    # One sign stands for eighteen letters.
    assert is_too_long("\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 4)
