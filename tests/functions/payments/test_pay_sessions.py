"""A held session of a clinic that is paid so becomes a payable by itself, whole and once (F1-04, F1-06)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from helsebro.money import Money
from helsebro.payments.payee_account import PayeeAccount
from helsebro.payments.payouts.payout_choice import PayoutChoice
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from tests.builders.clinics.payees import DANISH_ACCOUNT, FI_CREDITOR
from tests.builders.invoice_stage import change
from tests.builders.invoices import FIRST
from tests.builders.payments.session_stage import (
    CHOSEN,
    Practice,
    choose,
    forget_payees,
    practice,
    reported,
)

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def clinic(aws: dict[str, Any]) -> Practice:
    assert aws
    return practice()


def test_a_held_session_is_owed_its_whole_fee_within_seven_weekdays(clinic: Practice) -> None:
    assert reported(clinic.booking_id()) == []
    [payable] = clinic.owed()
    assert (payable.kind, payable.amount, payable.clinic_id) == ("session", Money.of(950), clinic.clinic_id)
    assert payable.booking_id == clinic.booking_id()
    assert (payable.payee_id, payable.pay_to) == (None, None)
    assert DynamoBookings().find(clinic.booking_id()).paid_out_by == payable.payable_id
    guarantee = clinic.stage.guarantee
    [use] = DynamoBenefits().ledger(guarantee.payer, guarantee.person_id).uses
    assert (use.use_id, use.source, use.settled) == (payable.payable_id, "session", True)
    assert [(spent.on, spent.amount) for spent in use.sessions] == [(FIRST, Money.of(950))]
    assert not clinic.tasks()


def test_each_session_is_owed_once_however_often_it_is_reported(clinic: Practice) -> None:
    for place in (0, 1, 0, 1, 1):
        assert reported(clinic.booking_id(place)) == []
    assert sorted(payable.amount.amount for payable in clinic.owed()) == [850, 950]
