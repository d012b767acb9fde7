from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.ids import RefundId
from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.resembling import BilledLine, doubles_in, resembling
from tests.builders.money.refunds import refund

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


@pytest.mark.parametrize(
    "other, found",
    [
        ({}, [False]),
        ({"cost": Money.of(300)}, [False]),
        ({"clinic_number": ONE}, [False]),
        ({"on": date(2026, 3, 3)}, []),
        ({"type": "chiropractic"}, []),
        ({"authorisation_id": "XYZ98"}, [False]),
    ],
)
def test_a_second_line_of_the_same_refund_for_one_treatment_and_day_is_shown(
    other: dict[str, Any], found: list[bool]
) -> None:
    billed = BilledTreatment(DAY, "osteopathy", Money.of(450))
    asked = refund(billed, replace(billed, **other))
    assert [one.same_clinic for one in doubles_in(asked, 0)] == found
    assert [one.place for one in doubles_in(asked, 0)] == [1] * len(found)


@pytest.mark.parametrize(
    "named", [{"authorisation_id": "XYZ98"}, {"clinic_number": OTHER}], ids=["practitioner", "clinic"]
)
def test_two_lines_that_name_two_practitioners_or_clinics_are_two_sessions(named: dict[str, Any]) -> None:
    billed = BilledTreatment(DAY, "osteopathy", Money.of(450), authorisation_id="ABC12", clinic_number=ONE)
    assert doubles_in(refund(billed, replace(billed, **named)), 0) == ()
