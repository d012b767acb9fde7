from __future__ import annotations

import re
from importlib.resources import files

import pytest
import stdnum.iban
from hypothesis import given
from hypothesis import strategies as st

from helsebro.payments import check_digits, iban

EXAMPLES = (
    "DK5000400440116243",
    "NO9386011117947",
    "SE4550000000058398257466",
    "FI2112345600000785",
    "DE89370400440532013000",
    "GB29NWBK60161331926819",
    "FR1420041010050500013M02606",
    "MT84MALT011000012345MTLCAST001S",
    "FO6264600001631634",
    "GL8964710001000206",
)
BBAN = st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=8, max_size=30)


@pytest.mark.parametrize("number", EXAMPLES)
def test_the_examples_of_the_registry_are_right_and_no_other_digit_is(number: str) -> None:
    assert iban.is_right(number)
    assert bool(stdnum.iban.is_valid(number))
    for place, sign in enumerate(number[2:], 2):
        other = "1" if sign != "1" else "7"
        assert not iban.is_right(number[:place] + other + number[place + 1 :]), place


@pytest.mark.parametrize(
    "number",
    [
        "",
        "DK50",
        "DK50 0040 0440 1162 43",
        "dk5000400440116243",
        "NO93860111179",
        "ZZ5000400440116243",
        "DK٥٠00400440116243",
    ],
)
def test_what_is_no_plain_iban_is_wrong(number: str) -> None:
    assert not iban.is_right(number)


def test_people_write_an_iban_with_blanks_and_small_letters() -> None:
    assert iban.plain(" dk50 0040 0440\u00a01162 43 ") == "DK5000400440116243"


def test_every_country_of_the_registry_has_its_published_length() -> None:
    listed = files("stdnum").joinpath("iban.dat").read_text("utf-8")
    published = {
        country: sum(int(count) for count in re.findall(r"(\d+)!", structure))
        for country, structure in re.findall(r'^([A-Z]{2}) .*bban="([^"]+)"', listed, re.MULTILINE)
    }
    ours = {
        country: sum(int(count) for count in re.findall(r"\{(\d+)\}", pattern.pattern)) - 2
        for country, pattern in iban.structures().items()
    }
    assert ours == published
    assert len(ours) > 80


@pytest.mark.parametrize("country", sorted(iban.structures()))
@given(bban=BBAN)
def test_the_published_library_accepts_no_more_than_we_do(country: str, bban: str) -> None:
    number = country + stdnum.iban.calc_check_digits(f"{country}00{bban}") + bban
    fits = iban.structures()[country].fullmatch(number[2:]) is not None
    is_account = country != "NO" or (fits and check_digits.norwegian_account(bban))
    assert iban.is_right(number) is (fits and is_account)
    assert fits or not stdnum.iban.is_valid(number)


@given(
    bank=st.text("0123456789", min_size=4, max_size=4), account=st.text("0123456789", min_size=1, max_size=10)
)
def test_a_danish_account_has_one_iban(bank: str, account: str) -> None:
    number = iban.danish(bank, account)
    assert iban.is_right(number)
    assert (number[iban.DANISH_BANK], number[iban.DANISH_ACCOUNT]) == (bank, account.rjust(10, "0"))


@pytest.mark.parametrize(
    "number, is_reached",
    [
        ("DK5000400440116243", True),
        ("FO9264600123456789", True),
        ("DE89370400440532013000", True),
        ("TR330006100519786457841326", False),
        ("RU0204452560040702810412345678901", False),
    ],
)
def test_a_file_without_a_bic_reaches_the_sepa_area_and_the_danish_clearing(
    number: str, is_reached: bool
) -> None:
    assert (iban.is_right(number), iban.is_reached(number)) == (True, is_reached)


def test_the_countries_that_are_reached_have_a_structure() -> None:
    assert iban.structures().keys() >= iban.REACHED


def test_a_norwegian_account_has_one_iban() -> None:
    assert iban.norwegian("86011117947") == "NO9386011117947"
