from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import stdnum.dk.cvr
import stdnum.iban
import stdnum.luhn
import stdnum.no.kontonr
import stdnum.no.orgnr
from hypothesis import given
from hypothesis import strategies as st

from helsebro.payments import check_digits

digits = st.text("0123456789", max_size=17)


@pytest.mark.parametrize("number", ["026840149965328", "18", "26"])
def test_the_public_payment_slip_numbers_are_right(number: str) -> None:
    assert check_digits.luhn(number)


@pytest.mark.parametrize(
    "kind,number,right",
    [
        ("71", "026840149965328", True),
        ("71", "026840149965327", False),
        ("71", "0026840149965328", False),
        ("75", "0026840149965328", True),
        ("75", "026840149965328", False),
        ("73", "", True),
        ("73", "18", False),
        ("71", "", False),
        ("71", "02684014996532x", False),
        ("01", "18", False),
    ],
)
def test_a_payment_slip_has_the_length_of_its_kind_and_a_check_digit(
    kind: str, number: str, right: bool
) -> None:
    assert check_digits.fi_payment(kind, number) is right


@pytest.mark.parametrize(
    "number,right",
    [
        ("12345674", True),
        ("12345675", False),
        ("123456785", True),
        ("1", False),
        ("12a4", False),
        ("", False),
    ],
)
def test_a_kid_ends_in_a_modulus_10_or_modulus_11_digit(number: str, right: bool) -> None:
    assert check_digits.kid(number) is right


def test_a_kid_whose_modulus_11_digit_is_10_ends_in_a_hyphen() -> None:
    body = next(str(n) for n in range(1000, 1100) if check_digits.kid(f"{n}-"))
    right = [digit for digit in "0123456789" if check_digits.kid(body + digit)]
    assert [check_digits.luhn(body + digit) for digit in right] == [True]


@pytest.mark.parametrize(
    "ours,oracle",
    [
        (check_digits.luhn, stdnum.luhn.is_valid),
        (check_digits.cvr, stdnum.dk.cvr.is_valid),
        (check_digits.norwegian_organisation, stdnum.no.orgnr.is_valid),
    ],
)
@given(number=digits)
def test_our_digits_agree_with_the_published_library(
    ours: Callable[[str], bool], oracle: Callable[[str], Any], number: str
) -> None:
    assert ours(number) is bool(oracle(number))


@given(body=st.integers(10**9, 10**10 - 1), check=st.integers(0, 9))
def test_a_norwegian_account_agrees_with_the_published_library(body: int, check: int) -> None:
    number = f"{body}{check}"
    if number[4:6] != "00":  # the library takes those as postal accounts of 7 digits
        assert check_digits.norwegian_account(number) is bool(stdnum.no.kontonr.is_valid(number))


@pytest.mark.parametrize(
    "number,right",
    [
        ("DK5000400440116243", True),
        ("DK5000400440116244", False),
        ("NO9386011117947", True),
        ("NO93860111179", False),
        ("DK50 0040", False),
        ("", False),
    ],
)
def test_an_iban_leaves_one_by_modulus_97(number: str, right: bool) -> None:
    assert check_digits.iban(number) is right
    assert bool(stdnum.iban.is_valid(number)) is right
