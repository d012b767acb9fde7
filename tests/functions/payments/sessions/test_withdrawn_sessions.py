"""A session that was reported held, paid without an invoice, and missed after all: nothing is paid for it."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.money import Money
from helsebro.payments.payable import Payable
from helsebro.payments.runs.run_signer import RunSigner
from helsebro.reconciliation.reconcile import differences_in
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.invoices.payouts.held_sessions import HeldSessions
from helsebro_aws.payments.dynamo_payables import NotOwed
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns
from helsebro_aws.payments.runs.follow import RunFollowing
from helsebro_aws.platform import clock
from helsebro_aws.reconciliation.case_reader import CaseReader
from tests.builders.claims import outbox_rows
from tests.builders.decisions import decide, tasks_in
from tests.builders.domain.claims import claim
from tests.builders.invoice_stage import change
from tests.builders.payments.bank_stage import applied, id_of, in_files_of_clinic, status_of, with_the_bank
from tests.builders.payments.payment_stage import (
    DRAFTS,
    act,
    cancel,
    drafted,
    follow,
    found,
    lines,
    read,
    released,
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


def test_what_is_only_drafted_leaves_its_file_with_all_that_came_of_it(
    clinic: Practice, aws: dict[str, Any]
) -> None:
    payable, file_id = owed(clinic), drafted()
    becomes(clinic, "missed", 1)
    for _ in range(2):
        assert reported(clinic.booking_id()) == []
    assert (found(payable).status, used(clinic), differences_about(payable)) == ("credited", 0, [])
    assert in_files_of_clinic(payable) == 0
    [line] = lines(file_id)
    assert (line.state, line.why) == ("left-out", "session-not-held")
    assert (read(file_id).body["state"], read(file_id).body["payables"]) == ("cancelled", 0)
    assert len(outbox_rows(aws, "payment-file.cancelled")) == 1
    assert tasks_in("payments", DRAFTS).body["items"] == []


def test_who_has_looked_at_a_file_before_a_session_left_it_looks_again(clinic: Practice) -> None:
    assert reported(clinic.booking_id(1)) == []
    file_id = drafted()
    seen = read(file_id).body
    becomes(clinic, "missed", 1)
    assert reported(clinic.booking_id()) == []
    assert act(file_id, "release", version=seen["version"]).status == 412
    now = read(file_id).body
    assert (seen["payables"], now["payables"], now["total"]["amount"]) == (2, 1, "850.00")
    assert now["odd"] == dict.fromkeys(seen["odd"], 1) != seen["odd"]
    assert act(file_id, "release", version=now["version"]).status == 200


def test_a_session_that_is_missed_before_its_file_is_written_is_not_paid(
    clinic: Practice, aws: dict[str, Any]
) -> None:
    """Whoever pays sessions has not heard of it yet: the file itself looks."""
    payable = owed(clinic)
    assert reported(clinic.booking_id(1)) == []
    file_id = drafted()
    assert act(file_id, "release", version=read(file_id).body["version"]).status == 200
    becomes(clinic, "missed", 1)
    assert follow("payment-file.released", file_id) == []
    assert (read(file_id).body["payables"], found(payable).status) == (1, "approved")
    assert tasks_in("payments", DRAFTS).body["items"] == []
    assert clinic.booking_id() in reopened(aws, clinic)
    assert (found(payable).status, used(clinic), differences_about(payable)) == ("credited", 1, [])


def test_the_commit_that_releases_a_session_fails_when_it_is_missed(clinic: Practice) -> None:
    payable, file_id = owed(clinic), drafted()
    run = DynamoRuns().find("tryg", file_id).released(RunSigner("f-2", "d-2"), 2, clock.now())
    becomes(clinic, "missed", 1)
    with pytest.raises(NotOwed):
        RunFollowing().move(run, "released", HeldSessions().must_hold)
    assert found(payable).status == "drafted"


def test_control_without_that_condition_a_missed_session_is_released(clinic: Practice) -> None:
    payable, file_id = owed(clinic), drafted()
    run = DynamoRuns().find("tryg", file_id).released(RunSigner("f-2", "d-2"), 2, clock.now())
    becomes(clinic, "missed", 1)
    RunFollowing().move(run, "released")
    assert found(payable).status == "released"


def test_what_the_bank_may_have_is_a_task_of_finance_until_the_session_is_held_after_all(
    clinic: Practice,
) -> None:
    payable = owed(clinic)
    released()
    becomes(clinic, "missed", 1)
    for _ in range(2):
        assert reported(clinic.booking_id()) == []
    assert (found(payable).status, used(clinic)) == ("released", 1)
    [task] = tasks_in("payments", DRAFTS).body["items"]
    assert (task["reason"], task["subject"]["bookingId"]) == ("payout-not-held", clinic.booking_id())
    without = decide(task["taskId"], {"decision": "approve"}, by=DRAFTS)
    assert (without.status, without.body["errors"][0]["pointer"]) == (422, "/reason")
    becomes(clinic, "held", 2)
    for _ in range(2):
        assert reported(clinic.booking_id()) == []
    assert tasks_in("payments", DRAFTS).body["items"] == []
    assert differences_about(payable) == []


def test_it_is_withdrawn_when_its_file_is_called_off(clinic: Practice, aws: dict[str, Any]) -> None:
    payable, file_id = owed(clinic), drafted()
    assert cancel(file_id).status == 202
    becomes(clinic, "missed", 1)
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


def test_one_that_came_back_from_the_bank_is_withdrawn_and_nobody_is_asked(clinic: Practice) -> None:
    payable = owed(clinic)
    applied(status_of(with_the_bank(), {id_of(payable): "RJCT"}, why="AC04"))
    [task] = tasks_in("payments", DRAFTS).body["items"]
    assert task["reason"] == "payment-returned"
    becomes(clinic, "missed", 1)
    for _ in range(2):
        assert reported(clinic.booking_id()) == []
    assert (found(payable).status, used(clinic), differences_about(payable)) == ("credited", 0, [])
    assert tasks_in("payments", DRAFTS).body["items"] == []


def test_what_is_not_paid_is_no_task_any_more_once_the_session_was_missed(clinic: Practice) -> None:
    change(clinic.stage.guarantee.guarantee_id, "GUARANTEE", sessionsGranted=1)
    other = clinic.booking_id(1)
    assert reported(other) == []
    assert [task.reason for task in clinic.tasks()] == ["payout-not-covered"]
    change(other, "BOOKING", status="missed", corrections=1)
    assert reported(other) == []
    assert clinic.tasks() == []


def test_a_clinic_is_not_asked_for_more_than_it_was_paid(clinic: Practice) -> None:
    """A session that was never paid leaves nothing to withdraw."""
    other = clinic.booking_id(1)
    change(other, "BOOKING", status="missed", corrections=1)
    assert reported(other) == []
    assert (len(clinic.owed()), clinic.tasks()) == (1, [])
