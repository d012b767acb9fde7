from __future__ import annotations

import stdnum.dk.cvr
import stdnum.no.orgnr
from hypothesis import given
from hypothesis import strategies as st

from helsebro.onboarding.company_number import is_company_number


@given(st.from_regex(r"[1-9][0-9]{7}", fullmatch=True))
def test_a_danish_company_number_is_what_the_published_library_takes(number: str) -> None:
    assert is_company_number("DK", number) == stdnum.dk.cvr.is_valid(number)


@given(st.from_regex(r"[0-9]{9}", fullmatch=True))
def test_a_norwegian_company_number_is_what_the_published_library_takes(number: str) -> None:
    assert is_company_number("NO", number) == stdnum.no.orgnr.is_valid(number)


def test_the_number_of_one_country_is_none_of_the_other() -> None:
    assert is_company_number("DK", "24260666")
    assert not is_company_number("NO", "24260666")
    assert is_company_number("NO", "923609016")
    assert not is_company_number("DK", "923609016")
