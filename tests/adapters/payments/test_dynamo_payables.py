from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from helsebro.ids import ClaimId, ClinicId, PayableId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.payments.payable import NotCreditable, Payable
from helsebro.payments.payee import WAITING_PERIOD, Payee
from helsebro.payments.payee_register import PayeeNotInForce
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.platform import clock
from tests.builders.clinics.payees import payee

pytestmark = pytest.mark.usefixtures("aws")
PAYEE = payee()
HOUR = timedelta(hours=1)


def stored(paid_to: Payee) -> Payable:
    """Stores a payee, and a payable to it, which it returns."""
    payees = DynamoPayees()
    known = payees.of_clinic(paid_to.clinic_id)
    tables.commit(payees.storing(known, known.having(paid_to), paid_to))
    payable = Payable(
        PayableId("pay_1"),
        "tryg",
        "invoice",
        Money.of(850),
        local_day(clock.now()),
        ClaimId("clm_1"),
        clinic_id=paid_to.clinic_id,
        payee_id=paid_to.payee_id,
    )
    tables.commit([DynamoPayables().creation(payable)])
    return payable


def status_of(payable: Payable) -> str:
    return DynamoPayables().find("tryg", payable.payable_id).status


def test_a_payable_to_an_account_in_force_is_ordered_once_and_counted_for_its_clinic() -> None:
    payable, payables = stored(PAYEE), DynamoPayables()
    tables.commit(payables.ordering(payable, clock.now()))
    with pytest.raises(NotCreditable):
        tables.commit(payables.ordering(payable, clock.now()))
    assert status_of(payable) == "drafted"
    with pytest.raises(Exception, match="payment-run-drafted"):
        tables.commit([payables.none_ordered(PAYEE.clinic_id)])


@pytest.mark.parametrize(
    "changes",
    [
        {"ended_at": clock.now() - HOUR},
        {"rejected_at": clock.now() - HOUR},
        {"in_force_from": clock.now() + WAITING_PERIOD},
        {"in_force_from": None, "approved_at": None},
    ],
)
def test_no_payable_to_an_account_that_is_not_in_force_is_ordered(changes: dict[str, Any]) -> None:
    """Promise 28: it was in force when the invoice was accepted."""
    payable = stored(replace(PAYEE, **changes))
    with pytest.raises(PayeeNotInForce):
        tables.commit(DynamoPayables().ordering(payable, clock.now()))
    assert status_of(payable) == "approved"
    tables.commit([DynamoPayables().none_ordered(PAYEE.clinic_id)])


def test_a_payable_of_another_clinics_payee_or_of_none_is_not_ordered() -> None:
    payable, payables = stored(PAYEE), DynamoPayables()
    with pytest.raises(PayeeNotInForce):
        tables.commit(payables.ordering(replace(payable, clinic_id=ClinicId("cli_other")), clock.now()))
    with pytest.raises(PayeeNotInForce):
        payables.ordering(replace(payable, payee_id=None), clock.now())


def test_a_refund_is_ordered_without_a_payee() -> None:
    refund = replace(
        stored(PAYEE), payable_id=PayableId("pay_2"), kind="refund", clinic_id=None, payee_id=None
    )
    payables = DynamoPayables()
    tables.commit([payables.creation(refund)])
    tables.commit(payables.ordering(refund, clock.now()))
    assert status_of(refund) == "drafted"
