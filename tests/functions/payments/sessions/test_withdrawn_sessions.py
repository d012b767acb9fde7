"""A session that was reported held, paid without an invoice, and missed after all: nothing is paid for it."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.money import Money
from helsebro.payments.payable import Payable
from helsebro.reconciliation.reconcile import differences_in
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger
from helsebro_aws.reconciliation.case_reader import CaseReader
from tests.builders.claims import outbox_rows
from tests.builders.decisions import decide, tasks_in
from tests.builders.domain.claims import claim
from tests.builders.invoice_stage import change
from tests.builders.payments.bank_stage import applied, id_of, status_of, with_the_bank
from tests.builders.payments.payment_stage import (
    DRAFTS,
    cancel,
    drafted,
    follow,
    found,
    lines,
    set_paying_account,
)
from tests.builders.payments.session_stage import Practice, practice, reported


@pytest.fixture
def clinic(aws: dict[str, Any]) -> Practice:
    """A clinic to which a payer that has an account to pay from owes one session."""
    assert aws
    set_paying_account()
    made = practice(payer="tryg")
    of = made.stage.guarantee
    reported_claim = claim(claim_id=of.claim_id, person_id=of.person_id)
    key = {"pk": case_partition(of.claim_id), "sk": "CLAIM"}
    tables.commit([Put(tables.settings.cases_table, {**key, **to_item(reported_claim)})])
    assert reported(made.booking_id()) == []
    return made


def owed(clinic: Practice) -> Payable:
    [payable] = clinic.owed()
    return payable


def becomes(clinic: Practice, status: str, corrections: int) -> None:
    """Stores what the clinic corrected, without telling whoever pays sessions."""
    change(clinic.booking_id(), "BOOKING", status=status, corrections=corrections)


def used(clinic: Practice) -> int:
    guarantee = clinic.stage.guarantee
    uses = DynamoBenefits().ledger(guarantee.payer, guarantee.person_id).uses
    return sum(not session.credited_on for use in uses for session in use.sessions)


def differences_about(payable: Payable) -> list[str]:
    differences = differences_in(CaseReader().read(payable.claim_id))
    return [each.kind for each in differences if each.about == payable.payable_id]


def reopened(aws: dict[str, Any], clinic: Practice) -> list[str]:
    """Gives every ``payout.reopened`` to whoever pays sessions; returns the bookings that they name."""
    named = [row["data"]["M"]["bookingId"]["S"] for row in outbox_rows(aws, "payout.reopened")]
    for _ in named:
        assert reported(clinic.booking_id()) == []
    return named


def test_what_is_approved_is_withdrawn_with_all_that_came_of_it(
    clinic: Practice, aws: dict[str, Any]
) -> None:
    payable = owed(clinic)
    becomes(clinic, "missed", 1)
    for _ in range(3):
        assert reported(clinic.booking_id()) == []
    assert (found(payable).status, found(payable).amount, used(clinic)) == ("credited", Money.of(0), 0)
    assert DynamoBookings().find(clinic.booking_id()).paid_out_by is None
    booked = [each for each in DynamoLedger().of_case(payable.claim_id) if each.payable_id]
    assert sorted((each.kind, each.amount) for each in booked) == [
        ("approved", payable.amount),
        ("credited", payable.amount),
    ]
    assert differences_about(payable) == []
    [told] = outbox_rows(aws, "payout.withdrawn")
    assert told["data"]["M"]["bookingId"]["S"] == clinic.booking_id()
    assert not clinic.tasks()


def test_a_session_that_was_held_after_all_is_owed_once_more(clinic: Practice) -> None:
    first = owed(clinic)
    for times, status in enumerate(("missed", "held", "missed", "held"), 1):
        becomes(clinic, status, times)
        for _ in range(2):
            assert reported(clinic.booking_id()) == []
        assert len(clinic.owed()) == used(clinic) == (status == "held")
    last = owed(clinic)
    assert (last.amount, last.booking_id) == (first.amount, clinic.booking_id())
    assert last.payable_id != first.payable_id
    assert (differences_about(first), differences_about(last)) == ([], [])


def test_reports_that_pass_each_other_end_as_the_booking_is(clinic: Practice) -> None:
    """The consumer looks at the booking, whichever report it was given."""
    becomes(clinic, "missed", 1)
    becomes(clinic, "held", 2)
    payable = owed(clinic)
    for _ in range(2):
        assert reported(clinic.booking_id()) == []
    assert (owed(clinic), used(clinic)) == (payable, 1)


def test_what_is_in_a_payment_file_is_a_task_of_finance_once(clinic: Practice) -> None:
    payable = owed(clinic)
    drafted()
    becomes(clinic, "missed", 1)
    for _ in range(2):
        assert reported(clinic.booking_id()) == []
    assert (found(payable).status, used(clinic)) == ("drafted", 1)
    [task] = tasks_in("payments", DRAFTS).body["items"]
    assert (task["reason"], task["subject"]["bookingId"]) == ("payout-not-held", clinic.booking_id())
    assert differences_about(payable) == []


def test_it_is_withdrawn_when_its_file_is_called_off(clinic: Practice, aws: dict[str, Any]) -> None:
    payable, file_id = owed(clinic), drafted()
    becomes(clinic, "missed", 1)
    assert reported(clinic.booking_id()) == []
    assert cancel(file_id).status == 202
    assert follow("payment-file.withdrawn", file_id) == []
    assert reopened(aws, clinic) == [clinic.booking_id()]
    assert (found(payable).status, used(clinic), differences_about(payable)) == ("credited", 0, [])


def test_a_file_that_is_drafted_before_it_is_withdrawn_does_not_take_it(clinic: Practice) -> None:
    payable = owed(clinic)
    becomes(clinic, "missed", 1)
    assert lines(drafted()) == []
    assert found(payable).status == "approved"
    assert reported(clinic.booking_id()) == []
    assert found(payable).status == "credited"


def test_control_a_session_that_stays_held_is_in_the_file(clinic: Practice) -> None:
    payable = owed(clinic)
    assert [line.payable_id for line in lines(drafted())] == [payable.payable_id]


def test_one_that_came_back_from_the_bank_is_not_paid_again(clinic: Practice, aws: dict[str, Any]) -> None:
    payable = owed(clinic)
    applied(status_of(with_the_bank(), {id_of(payable): "RJCT"}, why="AC04"))
    becomes(clinic, "missed", 1)
    assert reported(clinic.booking_id()) == []
    tasks = {task["reason"]: task["taskId"] for task in tasks_in("payments", DRAFTS).body["items"]}
    assert set(tasks) == {"payment-returned", "payout-not-held"}
    assert decide(tasks["payment-returned"], {"decision": "approve"}, by=DRAFTS).status == 200
    assert reopened(aws, clinic) == [clinic.booking_id()]
    assert (found(payable).status, used(clinic), differences_about(payable)) == ("credited", 0, [])


def test_a_clinic_is_not_asked_for_more_than_it_was_paid(clinic: Practice) -> None:
    """A session that was never paid leaves nothing to withdraw."""
    other = clinic.booking_id(1)
    change(other, "BOOKING", status="missed", corrections=1)
    assert reported(other) == []
    assert (len(clinic.owed()), clinic.tasks()) == (1, [])
