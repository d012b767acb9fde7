"""Promise 4 for runs to Stripe: wherever the sending is killed, each payable is paid by one transfer.

Each case kills the sending before or after one of its effects, also between Stripe's transfer and our commit,
and runs it again. The control asks for a transfer under a new key each time: then it is paid twice.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.ids import PaymentFileId
from helsebro.payments.stripe.stripe_transfer import StripeTransfer
from helsebro.payments.stripe.transfer_outcome import TransferDiffers, TransferOutcome, TransferPending
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.invoices.paying.bank_tasks import BankTasks
from helsebro_aws.invoices.payouts.held_sessions import HeldSessions
from helsebro_aws.invoices.payouts.session_payments import SessionPayments
from helsebro_aws.payments.keys import run_work_key
from helsebro_aws.payments.reports.booked_answers import BookedAnswers
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns
from helsebro_aws.payments.stripe.send_transfers import TransferSending
from helsebro_aws.platform import clock
from tests.builders.claims import outbox_rows
from tests.builders.payments.bank_stage import in_files_of_clinic
from tests.builders.payments.session_stage import Practice
from tests.builders.payments.stripe_stage import ACCOUNT, StripeInProcess, paid_by_stripe, released_to_stripe
from tests.promises.payment_runs.test_killed import killed_at
from tests.promises.test_crash import Killed

MOMENTS = pytest.mark.parametrize("moment", ["before", "after"])
PLACES = [
    *(("on", "commit", call) for call in (1, 2, 3)),
    ("runs", "find", 1),
    ("runs", "find", 2),
    ("runs", "lines", 1),
    ("runs", "line", 2),
    ("runs", "end_work", 1),
    ("payables", "find", 1),
    ("payables", "find", 4),
    ("following", "move", 1),
    ("following", "move", 2),
]


@pytest.fixture
def clinic(aws: dict[str, Any]) -> Practice:
    assert aws
    return paid_by_stripe()


def sending(stripe: Any, **changes: Any) -> TransferSending:
    booked = BookedAnswers({"session": SessionPayments().follow}, BankTasks())
    return replace(TransferSending(lambda _: stripe, booked, lambda _: None, HeldSessions()), **changes)


def must_be_paid_once(clinic: Practice, stripe: StripeInProcess, file_id: PaymentFileId, aws: Any) -> None:
    """Fails unless both sessions are paid by one transfer each, and the run waits for no one."""
    run = DynamoRuns().find("tryg", file_id)
    assert (run.state, run.count, run.paid, run.returned) == ("settled", 2, 2, 0)
    paid = clinic.owed("paid")
    assert len(paid) == len(stripe.stripe.transfers) == 2
    assert in_files_of_clinic(paid[0]) == 0
    assert len(outbox_rows(aws, "payment.sent")) == 2
    assert len(outbox_rows(aws, "payment-file.settled")) == 1
    assert tables.get(tables.settings.money_table, *run_work_key("tryg", file_id)) is None


@MOMENTS
@pytest.mark.parametrize("part, method, call", PLACES)
def test_each_payable_is_paid_once_wherever_the_sending_is_killed(
    part: str, method: str, call: int, moment: str, clinic: Practice, aws: dict[str, Any]
) -> None:
    stripe, file_id = StripeInProcess(), released_to_stripe()
    whole = sending(stripe)
    with pytest.raises(Killed):
        replace(whole, **{part: killed_at(getattr(whole, part), method, moment, call)}).run("tryg", file_id)
    for _ in range(2):
        assert whole.run("tryg", file_id).state == "settled"
    must_be_paid_once(clinic, stripe, file_id, aws)


@MOMENTS
@pytest.mark.parametrize("call", [1, 2])
def test_a_transfer_whose_answer_was_lost_is_the_same_when_it_is_asked_for_again(
    call: int, moment: str, clinic: Practice, aws: dict[str, Any]
) -> None:
    stripe, file_id = StripeInProcess(), released_to_stripe()
    with pytest.raises(Killed):
        sending(killed_at(stripe, "create", moment, call)).run("tryg", file_id)
    sending(stripe).run("tryg", file_id)
    must_be_paid_once(clinic, stripe, file_id, aws)
    assert stripe.asked == (3 if moment == "after" else 2)


class Lost(StripeInProcess):
    """Makes every transfer, and loses its answers until it is found."""

    is_lost = True

    def create(self, transfer: StripeTransfer) -> TransferOutcome:
        made = super().create(transfer)
        if self.is_lost:
            raise TransferPending("timeout")
        return made


def test_answers_that_are_lost_again_and_again_pay_once(clinic: Practice, aws: dict[str, Any]) -> None:
    stripe, file_id = Lost(), released_to_stripe()
    for _ in range(2):
        with pytest.raises(TransferPending):
            sending(stripe).run("tryg", file_id)
    stripe.is_lost = False
    sending(stripe).run("tryg", file_id)
    must_be_paid_once(clinic, stripe, file_id, aws)


def test_once_stripe_has_forgotten_the_key_the_transfer_is_found(
    clinic: Practice, aws: dict[str, Any]
) -> None:
    stripe, file_id = Lost(), released_to_stripe()
    with pytest.raises(TransferPending):
        sending(stripe).run("tryg", file_id)
    stripe.stripe.saved.clear()
    stripe.is_lost = False
    sending(stripe, now=in_two_days).run("tryg", file_id)
    must_be_paid_once(clinic, stripe, file_id, aws)


def test_another_transfer_under_the_same_key_books_nothing(clinic: Practice) -> None:
    stripe, file_id = Lost(), released_to_stripe()
    with pytest.raises(TransferPending):
        sending(stripe).run("tryg", file_id)
    for made in stripe.stripe.transfers.values():
        made["amount"] += 1
    stripe.is_lost = False
    for now in (clock.now, in_two_days):
        with pytest.raises(TransferDiffers):
            sending(stripe, now=now).run("tryg", file_id)
    assert len(clinic.owed("sent")) == 2


@pytest.mark.parametrize("call", [2, 3])
def test_a_refusal_is_booked_once_wherever_it_is_killed(
    call: int, clinic: Practice, aws: dict[str, Any]
) -> None:
    stripe, file_id = StripeInProcess(), released_to_stripe()
    stripe.stripe.refuses[ACCOUNT] = (400, "account_invalid")
    whole = sending(stripe)
    with pytest.raises(Killed):
        replace(whole, on=killed_at(whole.on, "commit", "after", call)).run("tryg", file_id)
    whole.run("tryg", file_id)
    assert DynamoRuns().find("tryg", file_id).returned == 2
    assert len(outbox_rows(aws, "task.opened")) == len(clinic.owed("returned")) == 2


class NewKeys(StripeInProcess):
    """Asks for every transfer under a key of its own."""

    def create(self, transfer: StripeTransfer) -> TransferOutcome:
        self.stripe.saved.clear()
        return super().create(transfer)


def test_control_without_its_key_a_transfer_is_made_twice(clinic: Practice) -> None:
    stripe, file_id = NewKeys(), released_to_stripe()
    with pytest.raises(Killed):
        sending(killed_at(stripe, "create", "after", 1)).run("tryg", file_id)
    sending(stripe).run("tryg", file_id)
    assert len(clinic.owed("paid")) == 2
    assert len(stripe.stripe.transfers) == 3


def test_control_that_does_not_look_first_pays_twice_after_a_day(clinic: Practice) -> None:
    stripe, file_id = Lost(), released_to_stripe()
    with pytest.raises(TransferPending):
        sending(stripe).run("tryg", file_id)
    stripe.stripe.saved.clear()
    stripe.is_lost = False
    sending(stripe).run("tryg", file_id)
    assert len(clinic.owed("paid")) == 2
    assert len(stripe.stripe.transfers) == 4


def in_two_days() -> datetime:
    return clock.now() + timedelta(days=2)
