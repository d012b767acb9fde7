"""Promise 28 at Stripe: money goes only to the connected account that the clinic has in force.

Each account that is one letter away, not in force, or of a row that names another is tried. The control sends
without a look at what Stripe made, and takes another account's transfer for the payment.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.ids import PayeeId
from helsebro.payments.payee import Payee
from helsebro.payments.payee_account import PayeeAccount
from helsebro.payments.payment_means import PaymentMeans
from helsebro.payments.stripe.stripe_transfer import StripeTransfer
from helsebro.payments.stripe.transfer_outcome import TransferDiffers, TransferMade, TransferOutcome
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.platform import clock
from tests.builders.clinics.payees import payee
from tests.builders.payments.payment_stage import drafted, read, set_paying_account
from tests.builders.payments.session_stage import Practice, forget_payees
from tests.builders.payments.stripe_stage import (
    ACCOUNT,
    StripeInProcess,
    paid_by_stripe,
    released_to_stripe,
)
from tests.promises.payment_runs.test_stripe_killed import sending

ONE_LETTER_AWAY = [
    f"{ACCOUNT[:-1]}y",
    f"{ACCOUNT[:-1]}Z".swapcase().replace("ACCT", "acct"),
    ACCOUNT[:-1],
    f"{ACCOUNT}0",
    f"acct_2{ACCOUNT[6:]}",
]


@pytest.fixture
def clinic(aws: dict[str, Any]) -> Practice:
    assert aws
    set_paying_account()
    return paid_by_stripe()


def destinations(stripe: StripeInProcess) -> set[str]:
    return {made["destination"] for made in stripe.stripe.transfers.values()}


def test_both_sessions_go_to_the_account_in_force(clinic: Practice) -> None:
    stripe = StripeInProcess()
    sending(stripe).run("tryg", released_to_stripe())
    assert destinations(stripe) == {ACCOUNT}
    assert len(clinic.owed("paid")) == 2


@pytest.mark.parametrize("status", ["registered", "waiting", "rejected", "ended"])
def test_an_account_that_is_not_in_force_is_not_paid(clinic: Practice, status: str) -> None:
    forget_payees(clinic.clinic_id)
    payees, at = DynamoPayees(), clock.now()
    new = payee(
        PayeeAccount("stripe", connected_account=f"{ACCOUNT}x"),
        clinic_id=clinic.clinic_id,
        payee_id=PayeeId("pye_strange"),
        registered_at=at,
        approved_at=None,
        approved_by=None,
        in_force_from=None,
    )
    after: Payee = {
        "registered": new,
        "waiting": new.approved("staff::n-1", at, by_network=True),
        "rejected": replace(new, rejected_at=at),
        "ended": replace(new, ended_at=at),
    }[status]
    known = payees.of_clinic(clinic.clinic_id)
    tables.commit(payees.storing(known, known.having(new).replacing(after), after))
    assert read(drafted(way="stripe")).body["payables"] == 0
    assert len(clinic.owed()) == 2


def test_a_row_that_names_another_account_is_paid_to_the_registered_one(clinic: Practice) -> None:
    for owed in clinic.owed():
        strange = replace(owed, pay_to=PaymentMeans("stripe", account=f"{ACCOUNT}x"))
        tables.commit([replace(DynamoPayables().creation(strange), when=None)])
    stripe = StripeInProcess()
    sending(stripe).run("tryg", released_to_stripe())
    assert destinations(stripe) == {ACCOUNT}


class Misled(StripeInProcess):
    """Makes the transfer to another account."""

    def __init__(self, account: str) -> None:
        super().__init__()
        self.account = account

    def create(self, transfer: StripeTransfer) -> TransferOutcome:
        super().create(replace(transfer, destination=self.account))
        found = self.find(transfer)
        assert found
        return found


@pytest.mark.parametrize("account", ONE_LETTER_AWAY)
def test_a_transfer_to_an_account_one_letter_away_is_no_payment(clinic: Practice, account: str) -> None:
    file_id = released_to_stripe()
    with pytest.raises(TransferDiffers):
        sending(Misled(account)).run("tryg", file_id)
    assert not clinic.owed("paid")


class Blind(Misled):
    """Believes that whatever Stripe made is what was asked for."""

    def find(self, transfer: StripeTransfer) -> TransferMade | None:
        return TransferMade(f"tr_{transfer.amount.ore}", clock.now())


def test_control_without_a_look_another_account_counts_as_paid(clinic: Practice) -> None:
    blind = Blind(f"{ACCOUNT}x")
    sending(blind).run("tryg", released_to_stripe())
    assert destinations(blind) == {f"{ACCOUNT}x"}
    assert len(clinic.owed("paid")) == 2
