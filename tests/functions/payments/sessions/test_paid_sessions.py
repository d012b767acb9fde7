"""What a bank's answer does to a session that is paid without an invoice, and what the ledger books of it."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.money import Money
from helsebro.payments.payable import Payable
from helsebro.reconciliation.reconcile import differences_in
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger
from helsebro_aws.reconciliation.case_reader import CaseReader
from tests.builders.claims import outbox_rows
from tests.builders.clinics.payees import DEMO_ACCOUNT, store_payees
from tests.builders.decisions import decide, tasks_in
from tests.builders.domain.claims import claim
from tests.builders.invoice_stage import change
from tests.builders.payments.bank_stage import applied, booked, debit, id_of, status_of, with_the_bank
from tests.builders.payments.payment_stage import DRAFTS, found, lines, set_paying_account
from tests.builders.payments.session_stage import Practice, forget_payees, practice, reported


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


def booked_of(payable: Payable) -> list[str]:
    entries = DynamoLedger().of_case(payable.claim_id)
    return sorted(entry.kind for entry in entries if entry.payable_id == payable.payable_id)


def differences_about(payable: Payable) -> list[str]:
    differences = differences_in(CaseReader().read(payable.claim_id))
    return [each.kind for each in differences if each.about == payable.payable_id]


def test_a_payout_is_booked_when_it_is_owed_and_agrees_with_the_benefits(clinic: Practice) -> None:
    payable = owed(clinic)
    [entry] = [each for each in DynamoLedger().of_case(payable.claim_id) if each.payable_id]
    assert (entry.kind, entry.cause_id, entry.amount) == ("approved", payable.booking_id, payable.amount)
    assert entry.guarantee_id == clinic.stage.guarantee.guarantee_id
    assert payable.payable_id in {each.payable_id for each in CaseReader().read(payable.claim_id).payables}
    assert differences_about(payable) == []


def test_a_payout_of_a_session_that_was_reserved_ends_its_reservation(aws: dict[str, Any]) -> None:
    assert aws
    made = practice(payer="tryg")
    booking_id = made.booking_id()
    change(booking_id, "BOOKING", reserved={"amount": "900.00", "currency": "DKK"})
    assert reported(booking_id) == []
    booked_by_it = [
        each for each in DynamoLedger().of_case(owed(made).claim_id) if each.cause_id == booking_id
    ]
    assert {each.kind: each.amount for each in booked_by_it} == {
        "approved": Money.of(950),
        "reservation-ended": Money.of(900),
    }


def test_the_clinic_is_told_which_session_the_bank_has_paid(clinic: Practice, aws: dict[str, Any]) -> None:
    payable = owed(clinic)
    applied(booked(debit(payable, with_the_bank())))
    assert (found(payable).status, booked_of(payable)) == ("paid", ["approved", "paid", "released"])
    [sent] = outbox_rows(aws, "payment.sent")
    data = sent["data"]["M"]
    assert sent["clinicId"]["S"] == clinic.clinic_id
    assert set(data) == {"payableId", "guaranteeId", "practitionerId", "bookingIds"}
    assert [each["S"] for each in data["bookingIds"]["L"]] == [payable.booking_id]
    assert differences_about(payable) == []


def test_a_payout_that_came_back_is_paid_again_to_the_account_of_that_day(clinic: Practice) -> None:
    payable = owed(clinic)
    applied(status_of(with_the_bank(), {id_of(payable): "RJCT"}, why="AC04"))
    [task] = tasks_in("payments", DRAFTS).body["items"]
    forget_payees(clinic.clinic_id)
    assert decide(task["taskId"], {"decision": "approve"}, by=DRAFTS).status == 200
    again = owed(clinic)
    assert (again.payee_id, again.pay_to, len(again.past_files)) == (None, None, 1)
    store_payees(clinic.clinic_id, DEMO_ACCOUNT)
    second = with_the_bank()
    assert [line.masked for line in lines(second)] == [DEMO_ACCOUNT.masked]
    applied(booked(debit(again, second)))
    assert found(payable).status == "paid"
    assert differences_about(payable) == []
