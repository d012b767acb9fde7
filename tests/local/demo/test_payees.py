from __future__ import annotations

import pytest

from helsebro.payments.payee_register import payee_of
from helsebro.payments.payment_means import PaymentMeans
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.platform import clock
from local.demo.payees import DANISH, NORWEGIAN, PAYEES, SLIP, store_in_force
from tests.builders.network import clinic

pytestmark = pytest.mark.usefixtures("aws")


def test_a_demo_clinic_is_paid_to_each_account_of_the_stack_file_from_the_start() -> None:
    stored = store_in_force(clinic(signatory_id="per_demo"))
    payees = DynamoPayees().of_clinic(stored.clinic_id).payees
    invoiced = (
        PaymentMeans("42", "", "", DANISH["accountNumber"], DANISH["registrationNumber"]),
        PaymentMeans("93", "71", "026840149965328", SLIP["creditorNumber"]),
        PaymentMeans("30", "", "12345674", NORWEGIAN["accountNumber"]),
    )
    found = [payee_of(payees, (means,), clock.now()) for means in invoiced]
    assert [payee and payee.account.kind for payee in found] == [body["kind"] for body in PAYEES]
    assert stored.account_since is not None
