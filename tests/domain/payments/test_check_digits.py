from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import stdnum.dk.cvr
import stdnum.ean
import stdnum.luhn
import stdnum.no.kontonr
import stdnum.no.orgnr
from hypothesis import given
from hypothesis import strategies as st

from helsebro.payments import check_digits

POSTGIRO = "0000"


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


def endings(body: str) -> list[str]:
    """Returns the numbers that begin with ``body`` and end in any digit: mostly one is right."""
    return [body + digit for digit in "0123456789"]


def numbers(length: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=length, max_size=length)


@pytest.mark.parametrize(
    "ours,oracle,length",
    [
        (check_digits.luhn, stdnum.luhn.is_valid, 14),
        (check_digits.gln, stdnum.ean.is_valid, 13),
        (check_digits.cvr, stdnum.dk.cvr.is_valid, 8),
        (check_digits.norwegian_organisation, stdnum.no.orgnr.is_valid, 9),
        (check_digits.norwegian_account, stdnum.no.kontonr.is_valid, 11),
    ],
    ids=["luhn", "GLN", "CVR", "Norwegian organisation", "Norwegian account"],
)
@given(data=st.data())
def test_the_published_library_accepts_and_refuses_the_same_numbers(
    ours: Callable[[str], bool], oracle: Callable[[str], Any], length: int, data: st.DataObject
) -> None:
    body = data.draw(numbers(length - 1).filter(lambda text: not text.startswith(POSTGIRO)))
    candidates = [*endings(body[:-1]), *endings(body)] if ours is not check_digits.gln else endings(body)
    assert [number for number in candidates if ours(number) is not bool(oracle(number))] == []


@given(body=numbers(14))
def test_a_payment_slip_ends_in_the_digit_of_the_published_library(body: str) -> None:
    right = [number for number in endings(body) if check_digits.fi_payment("71", number)]
    assert right == [body + stdnum.luhn.calc_check_digit(body)]


@given(body=numbers(10).filter(lambda text: not text.startswith(POSTGIRO)))
def test_a_kid_of_11_digits_ends_in_a_digit_of_modulus_10_or_that_of_an_account(body: str) -> None:
    right = {number for number in endings(body) if check_digits.kid(number)}
    accounts = {number for number in endings(body) if stdnum.no.kontonr.is_valid(number)}
    assert right == accounts | {body + stdnum.luhn.calc_check_digit(body)}


@pytest.mark.parametrize(
    "ours,oracle,number,why",
    [
        (
            check_digits.norwegian_account,
            stdnum.no.kontonr.is_valid,
            "00001234566",
            "the library takes 0000 for the postgiro of old, with accounts of 7 digits and modulus 10",
        ),
        (
            check_digits.norwegian_organisation,
            stdnum.no.orgnr.is_valid,
            "974 760 673",
            "the XML of an invoice holds digits only; the callers remove blanks where people write them",
        ),
        (
            check_digits.gln,
            stdnum.ean.is_valid,
            "73513537",
            "the library takes the article numbers of shops too",
        ),
        (check_digits.cvr, stdnum.dk.cvr.is_valid, "DK13585628", "the prefix is that of a VAT number"),
    ],
)
def test_a_difference_from_the_published_library_is_intended(
    ours: Callable[[str], bool], oracle: Callable[[str], Any], number: str, why: str
) -> None:
    assert ours(number) is not bool(oracle(number)), why
