"""National numbers, compared with the package ``python-stdnum``."""

from __future__ import annotations

from datetime import date
from types import ModuleType

import pytest
import stdnum.dk.cpr
import stdnum.no.fodselsnummer
from hypothesis import given
from hypothesis import strategies as st
from stdnum.exceptions import ValidationError

from helsebro.errors import BadInput
from helsebro.identity import national_number
from helsebro.identity.person_numbers import names_a_person

DANISH, NORWEGIAN = stdnum.dk.cpr, stdnum.no.fodselsnummer
PLAIN = st.tuples(st.integers(1, 31), st.integers(1, 12))
ANY = st.tuples(st.integers(0, 99), st.integers(0, 99))
D_NUMBER = st.tuples(st.integers(41, 71), st.integers(1, 12))
HELP_NUMBER = st.tuples(st.integers(1, 31), st.integers(41, 52))
YEARS = st.integers(0, 99)


def ours(country: str, number: str) -> date | None:
    try:
        return national_number.born_on(country, number)
    except BadInput:
        return None


def theirs(library: ModuleType, number: str) -> date | None:
    try:
        found: date = library.get_birth_date(number)
    except ValidationError:
        return None
    return found


@given(day_and_month=PLAIN | ANY, year=YEARS, rest=st.integers(0, 9999))
def test_a_cpr_number_has_the_birth_date_of_the_library_or_none_as_there(
    day_and_month: tuple[int, int], year: int, rest: int
) -> None:
    number = f"{day_and_month[0]:02}{day_and_month[1]:02}{year:02}{rest:04}"
    assert ours("DK", number) == theirs(DANISH, number)


def checked(begin: str, individual: int) -> str | None:
    """Returns the number with the check digits of the library, if it has any."""
    nine = f"{begin}{individual:03}"
    try:
        ten = nine + str(NORWEGIAN.calc_check_digit1(nine))
        number = ten + str(NORWEGIAN.calc_check_digit2(ten))
    except ValueError:
        return None
    return number if len(number) == 11 and number.isdigit() else None


@given(day_and_month=PLAIN | D_NUMBER | ANY, year=YEARS, individual=st.integers(0, 999))
def test_a_foedselsnummer_or_d_number_has_the_birth_date_of_the_library_or_none_as_there(
    day_and_month: tuple[int, int], year: int, individual: int
) -> None:
    day, month = day_and_month
    number = checked(f"{day:02}{month:02}{year:02}", individual)
    if number and month <= 40:  # a larger month is that of a help number: the difference below
        assert ours("NO", number) == theirs(NORWEGIAN, number)


@given(day_and_month=PLAIN | D_NUMBER, year=YEARS, rest=st.integers(0, 99999))
def test_every_number_that_the_library_calls_valid_is_accepted(
    day_and_month: tuple[int, int], year: int, rest: int
) -> None:
    number = f"{day_and_month[0]:02}{day_and_month[1]:02}{year:02}{rest:05}"
    assert ours("NO", number) or not NORWEGIAN.is_valid(number)


@given(day_and_month=HELP_NUMBER, year=YEARS, rest=st.integers(0, 99999))
def test_a_help_number_is_refused_though_the_library_reads_its_date(
    day_and_month: tuple[int, int], year: int, rest: int
) -> None:
    """A hospital gives it to a patient whom it cannot identify: no payer insures a person under one."""
    assert ours("NO", f"{day_and_month[0]:02}{day_and_month[1]:02}{year:02}{rest:05}") is None


@pytest.mark.parametrize(
    ("country", "library", "number", "why"),
    [
        ("NO", NORWEGIAN, "01018000063", "from 2032 the first check digit leaves a remainder of 0 to 3"),
        (
            "DK",
            DANISH,
            "0101364321",
            "born in 2036: the rule has no clock",
        ),
        ("NO", NORWEGIAN, "01013999984", "born in 2039: the rule has no clock"),
    ],
    ids=["first check digit from 2032 on", "CPR number of the future", "fødselsnummer of the future"],
)
def test_a_number_that_the_library_refuses_is_accepted_for_a_reason(
    country: str, library: ModuleType, number: str, why: str
) -> None:
    assert not library.is_valid(number)
    assert ours(country, number), why


@pytest.mark.parametrize("number", ["0101801234", "2110625629", "0707610000"])
def test_the_library_too_accepts_a_cpr_number_without_modulus_11(number: str) -> None:
    assert DANISH.is_valid(number)
    assert ours("DK", number)


@given(day_and_month=PLAIN | D_NUMBER | HELP_NUMBER | ANY, year=YEARS, rest=st.integers(0, 99999))
def test_every_number_in_which_the_library_finds_a_birth_date_is_found_in_a_text(
    day_and_month: tuple[int, int], year: int, rest: int
) -> None:
    begin = f"{day_and_month[0]:02}{day_and_month[1]:02}{year:02}"
    danish, norwegian = f"{begin}{rest % 10_000:04}", f"{begin}{rest:05}"
    assert theirs(DANISH, danish) is None or names_a_person(f"CPR {danish} her")
    assert theirs(NORWEGIAN, norwegian) is None or names_a_person(f"fnr {norwegian} her")
