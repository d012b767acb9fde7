from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

from helsebro.ids import ClaimId, PayableId
from helsebro.money import Money
from helsebro.payments.payable import STATUSES, Payable
from helsebro.refunds.member_payment import TOLD, MemberPaymentStatus, expected_on

FRIDAY, SATURDAY, MONDAY = date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 2)
OWED = Payable(PayableId("pay_1"), "tryg", "refund", Money.of(450), SATURDAY, ClaimId("clm_1"))


def test_every_status_of_a_payable_is_told_in_one_of_the_members() -> None:
    assert set(TOLD) == set(STATUSES)
    assert set(TOLD.values()) == set(get_args(MemberPaymentStatus))


def test_the_money_is_expected_on_a_working_day() -> None:
    assert expected_on(OWED, FRIDAY) == MONDAY


def test_no_day_is_promised_that_has_passed_or_when_nothing_is_under_way() -> None:
    assert expected_on(OWED, MONDAY) == MONDAY
    assert expected_on(OWED, MONDAY + timedelta(days=1)) is None
    assert expected_on(replace(OWED, status="returned"), FRIDAY) is None
