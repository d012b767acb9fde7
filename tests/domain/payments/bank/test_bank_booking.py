"""Two rows of a bank are one booking or two by the bank's own references."""

from __future__ import annotations

from datetime import date

import pytest

from helsebro.payments.bank.bank_booking import BankBooking

DAY, NEXT = date(2026, 3, 4), date(2026, 3, 5)


@pytest.mark.parametrize(
    "one, other, may_be, is_surely",
    [
        (BankBooking(DAY, entry="R1"), BankBooking(DAY, entry="R1"), True, True),
        (BankBooking(DAY, entry="R1"), BankBooking(DAY, entry="R2"), False, False),
        (BankBooking(DAY, entry="R1"), BankBooking(NEXT, entry="R1"), False, False),
        (BankBooking(DAY, "T1", entry="R1"), BankBooking(DAY, "T2", entry="R1"), False, False),
        (BankBooking(DAY, "T1", entry="R1"), BankBooking(DAY, "T1", entry="R2"), True, True),
        (BankBooking(DAY, None, "X1", "R1"), BankBooking(DAY, None, "X2", "R1"), False, False),
        (BankBooking(DAY, "T1", entry="R1"), BankBooking(DAY, entry="T1"), True, True),
        (BankBooking(DAY, "T1"), BankBooking(DAY, entry="R2"), True, False),
        (BankBooking(DAY), BankBooking(DAY), True, False),
        (BankBooking(), BankBooking(DAY, entry="R1"), True, False),
        (BankBooking(DAY, entry="R1"), BankBooking(DAY, entry="R1", turn=2), False, False),
        (BankBooking(DAY, entry="R1"), BankBooking(DAY, entry="R2", of_many=True), True, False),
        (
            BankBooking(DAY, entry="R1", of_many=True),
            BankBooking(DAY, entry="R2", of_many=True),
            False,
            False,
        ),
    ],
)
def test_rows_are_told_apart(one: BankBooking, other: BankBooking, may_be: bool, is_surely: bool) -> None:
    assert one.may_be(other) is other.may_be(one) is may_be
    assert one.is_surely(other) is other.is_surely(one) is is_surely
