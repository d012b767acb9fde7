from __future__ import annotations

from datetime import date

import pytest

from helsebro.coverage.question.former import FORMER_PRODUCTS, Former, former_faults

BEGAN, STARTS = date(2015, 3, 1), date(2024, 2, 29)


@pytest.mark.parametrize(
    "ended_on, seniority",
    [
        (date(2024, 2, 28), STARTS),  # a gap of one day is a gap (R-1309)
        (date(2024, 2, 29), BEGAN),  # the day it ended is the day ours began (R-1308)
        (date(2024, 3, 31), BEGAN),  # insured twice for a while is no gap
    ],
)
def test_the_time_of_an_equal_insurance_counts_without_a_gap(ended_on: date, seniority: date) -> None:
    assert Former("health-insurance", BEGAN, ended_on).seniority(STARTS) == seniority


@pytest.mark.parametrize("product", sorted({*FORMER_PRODUCTS} - {"health-insurance"}))
def test_the_time_of_diagnosis_and_basic_insurance_does_not_count(product: str) -> None:
    assert Former(product, BEGAN, STARTS).seniority(STARTS) == STARTS


def test_the_time_of_an_insurance_that_began_after_ours_does_not_count() -> None:
    assert Former("health-insurance", date(2024, 3, 1), date(2025, 1, 1)).seniority(STARTS) == STARTS


def test_it_ends_after_it_began_and_seniority_has_one_source() -> None:
    backwards = Former("health-insurance", STARTS, BEGAN)
    pointers = [fault.pointer for fault in former_faults(backwards, BEGAN)]
    assert pointers == ["/former/endedOn", "/seniorityFrom"]
    assert former_faults(None, BEGAN) == []
    assert former_faults(Former("other", BEGAN, BEGAN), None) == []
