from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helsebro.errors import BadInput
from helsebro.identity import national_number


@pytest.mark.parametrize(
    "number, born",
    [
        ("010180-1234", date(1980, 1, 1)),
        ("0101801235", date(1980, 1, 1)),
        ("010136 4321", date(2036, 1, 1)),
        ("0101374321", date(1937, 1, 1)),
        ("0101369321", date(2036, 1, 1)),
        ("0101379321", date(1937, 1, 1)),
        ("0101165321", date(2016, 1, 1)),
        ("0101578321", date(2057, 1, 1)),
        ("0101585321", date(1858, 1, 1)),
        ("2902001234", None),
        ("2902004321", date(2000, 2, 29)),
        ("3112991234", date(1999, 12, 31)),
    ],
)
def test_the_seventh_digit_of_a_cpr_number_decides_the_century(number: str, born: date | None) -> None:
    if born is None:
        with pytest.raises(BadInput):
            national_number.born_on("DK", number)
    else:
        assert national_number.born_on("DK", number) == born


@pytest.mark.parametrize(
    "number, born",
    [
        ("01018012371", date(1980, 1, 1)),
        ("010180 12371", date(1980, 1, 1)),
        ("01010549902", date(1905, 1, 1)),
        ("01010550048", date(2005, 1, 1)),
        ("01016050012", date(1860, 1, 1)),
        ("01014099944", date(1940, 1, 1)),
        ("01013999984", date(2039, 1, 1)),
        ("41018012365", date(1980, 1, 1)),
        ("71018012388", date(1980, 1, 31)),
        ("01014580049", None),
        ("01014556083", None),
        ("01018080067", None),
        ("40018012326", None),
    ],
)
def test_the_individual_number_of_a_foedselsnummer_or_d_number_decides_the_century(
    number: str, born: date | None
) -> None:
    if born is None:
        with pytest.raises(BadInput):
            national_number.born_on("NO", number)
    else:
        assert national_number.born_on("NO", number) == born


def is_accepted(number: str, *, test_people: bool = False) -> bool:
    try:
        national_number.normal("NO", number, test_people=test_people)
    except BadInput:
        return False
    return True


def test_one_wrong_digit_of_a_foedselsnummer_is_found() -> None:
    number = "01018012371"
    for place in range(11):
        for digit in set("0123456789") - {number[place]}:
            assert not is_accepted(number[:place] + digit + number[place + 1 :]), (place, digit)


def test_both_check_digits_are_checked_the_first_by_the_rule_of_2032() -> None:
    """The second digit follows from the first ten; the first may leave a remainder of 0 to 3."""
    nine, remainders = "010180123", []
    for first in range(10):
        ten = f"{nine}{first}"
        last = [digit for digit in range(10) if is_accepted(f"{ten}{digit}")]
        assert len(last) <= 1
        if last:
            remainders.append(weighted(ten, (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)))
            assert weighted(f"{ten}{last[0]}", (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)) == 0
    assert 0 in remainders
    assert set(remainders) <= {0, 1, 2, 3}


def weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11


@pytest.mark.parametrize(
    "number, kind",
    [
        ("01418012354", "40 added to the month"),
        ("01668012481", "65 added"),
        ("01818012337", "80 added"),
        ("41418012348", "a D-number with 40 added"),
        ("41668012394", "a D-number with 65 added"),
        ("41818012320", "a D-number with 80 added"),
    ],
)
def test_a_number_of_a_person_who_does_not_exist_is_taken_only_where_it_is_said(
    number: str, kind: str
) -> None:
    assert not is_accepted(number), kind
    assert is_accepted(number, test_people=True), kind
    wrong = f"{number[:-1]}{(int(number[-1]) + 1) % 10}"
    assert not is_accepted(wrong, test_people=True), "its check digits count too"
    assert national_number.born_on("NO", number, test_people=True) == date(1980, 1, 1)
    with pytest.raises(BadInput):
        national_number.born_on("NO", number)


@pytest.mark.parametrize(
    "number", ["01538012382", "01788012329", "01938012365", "01658012300", "01808012347"]
)
def test_a_month_that_no_register_makes_is_never_taken(number: str) -> None:
    assert not is_accepted(number, test_people=True)


@pytest.mark.parametrize("number", ["0141801234", "0166801234", "0181801234", "4101801234"])
def test_a_cpr_number_has_no_test_people_with_another_month_or_day(number: str) -> None:
    for test_people in (False, True):
        with pytest.raises(BadInput):
            national_number.normal("DK", number, test_people=test_people)


@given(st.dates(date(1937, 1, 1), date(1999, 12, 31)), st.integers(0, 3), st.integers(0, 999))
def test_no_cpr_number_is_rejected_for_its_check_digit(born: date, seventh: int, serial: int) -> None:
    number = f"{born:%d%m%y}{seventh}{serial:03}"
    assert national_number.normal("DK", number) == number


@pytest.mark.parametrize(
    "country, number",
    [
        ("DK", ""),
        ("DK", "123"),
        ("DK", "01018012345"),
        ("DK", "0101８01234"),
        ("DK", "010180123x"),
        ("DK", "3201801234"),
        ("DK", "0113801234"),
        ("NO", "0101801234"),
        ("NO", "32018012345"),
        ("NO", "x" * 11),
    ],
)
def test_a_malformed_number_is_a_fault_of_its_field_that_does_not_quote_it(country: str, number: str) -> None:
    with pytest.raises(BadInput) as refused:
        national_number.normal(country, number)
    (fault,) = refused.value.faults
    assert fault.pointer == ("/fnr" if country == "NO" else "/cpr")
    assert not number or number not in f"{refused.value} {fault}"


@pytest.mark.parametrize(
    "born, on, years",
    [
        (date(2011, 11, 21), date(2026, 11, 20), 14),
        (date(2011, 11, 21), date(2026, 11, 21), 15),
        (date(2012, 2, 29), date(2027, 2, 28), 14),
        (date(2012, 2, 29), date(2027, 3, 1), 15),
        (date(2012, 2, 29), date(2028, 2, 29), 16),
    ],
)
def test_age_is_in_whole_years(born: date, on: date, years: int) -> None:
    assert national_number.age(born, on) == years
