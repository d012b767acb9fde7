from __future__ import annotations

from datetime import date

import pytest

from helsebro.ids import RefundId
from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.resembling import BilledLine, resembling

DAY, ONE, OTHER = date(2026, 3, 2), "10150817", "24257630"


def line(place: int = 0, on: date = DAY, amount: int = 450, clinic: str | None = ONE) -> BilledLine:
    return BilledLine(RefundId("ref_before"), place, on, Money.of(amount), clinic)


@pytest.mark.parametrize(
    "mine, theirs, found",
    [
        (ONE, line(), [True]),
        (ONE, line(clinic=None), [False]),
        (None, line(), [False]),
        (None, line(clinic=None), [False]),
        (ONE, line(clinic=OTHER), []),
        (ONE, line(amount=451), []),
        (ONE, line(on=date(2026, 3, 3)), []),
    ],
)
def test_a_line_resembles_by_day_amount_and_clinic(
    mine: str | None, theirs: BilledLine, found: list[bool]
) -> None:
    billed = BilledTreatment(DAY, "osteopathy", Money.of(450), clinic_number=mine)
    assert [one.same_clinic for one in resembling(billed, [theirs])] == found


def test_those_of_the_same_clinic_come_first() -> None:
    billed = BilledTreatment(DAY, "osteopathy", Money.of(450), clinic_number=ONE)
    found = resembling(billed, [line(0, clinic=None), line(1)])
    assert [(one.place, one.same_clinic) for one in found] == [(1, True), (0, False)]
