from __future__ import annotations

from datetime import date, timedelta

import pytest

from helsebro.errors import BadInput
from helsebro.money import Money
from helsebro.tariffs.tariff import Rate, Tariff
from helsebro.tariffs.tariff_change import changed, first

TODAY = date(2026, 11, 29)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
OLD = Rate(date(2026, 1, 1), Money.of(325))
OF_TODAY = Rate(TODAY, Money.of(345))
TO_COME = Rate(TOMORROW, Money.of(350))


def tariff(*rates: Rate) -> Tariff:
    return Tariff("tryg", "physiotherapy", "follow-up", rates, 2)


@pytest.mark.parametrize(
    "known, new, after",
    [
        ((OLD, OF_TODAY), (TO_COME,), (OLD, OF_TODAY, TO_COME)),
        ((OLD, OF_TODAY), (OF_TODAY, TO_COME), (OLD, OF_TODAY, TO_COME)),
        ((OLD, TO_COME), (OF_TODAY,), (OLD, OF_TODAY)),
        ((OLD,), (), (OLD,)),
    ],
    ids=["not repeated", "repeated", "what is to come is replaced", "nothing new"],
)
def test_what_has_begun_stays_also_what_began_today(
    known: tuple[Rate, ...], new: tuple[Rate, ...], after: tuple[Rate, ...]
) -> None:
    assert changed(tariff(*known), tariff(*new), TODAY).rates == after


@pytest.mark.parametrize(
    "rate, is_refused",
    [
        (Rate(TODAY, Money.of(340)), True),
        (Rate(YESTERDAY, Money.of(340)), True),
        (Rate(TODAY, Money.of(340), authorised=True), False),
        (Rate(TOMORROW, Money.of(340)), False),
    ],
    ids=["of today", "of yesterday", "another kind of today", "to come"],
)
def test_a_rate_that_has_begun_is_replaced_by_no_other(rate: Rate, is_refused: bool) -> None:
    faults = []
    try:
        changed(tariff(OLD, OF_TODAY), tariff(rate), TODAY)
    except BadInput as refused:
        faults = [(fault.pointer, fault.code) for fault in refused.faults]
    assert faults == ([("/rates/0/from", "rate-in-the-past")] if is_refused else [])


def test_a_first_tariff_may_begin_in_the_past_and_keeps_the_day_on_which_it_was_set() -> None:
    made = first(tariff(OLD), TODAY)
    assert (made.rates, made.set_on) == ((OLD,), TODAY)
    assert changed(made, tariff(TO_COME), TOMORROW).set_on == TODAY
