"""The payables of a payment file follow it; what no file can carry stays approved, with a task."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.money import Money
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.runs.dynamo_usual_amounts import DynamoUsualAmounts
from tests.builders.calls import staff
from tests.builders.claims import outbox_rows
from tests.builders.decisions import (
    decide,
    tasks_in,
)
from tests.builders.payments.payment_stage import (
    DRAFTS,
    TO_ACCOUNT,
    Owing,
    act,
    begin,
    cancel,
    drafted,
    follow,
    found,
    lines,
    owing,
    read,
)

FINANCE = staff("finance")


@pytest.fixture
def to(aws: dict[str, Any]) -> Owing:
    assert aws
    return owing()


def test_a_file_that_was_sent_takes_its_payables_along(to: Owing) -> None:
    owed = to.owes()
    file_id = drafted()
    early = act(file_id, "sent", DRAFTS)
    assert (early.status, early.body["code"]) == (409, "file-not-ready")
    assert act(file_id, "release", version=2).status == 200
    follow("payment-file.released", file_id)
    sent = act(file_id, "sent", DRAFTS)
    assert (sent.status, sent.body["state"]) == (200, "sent")
    assert follow("payment-file.sent", file_id) == []
    assert found(owed).status == "sent"
    assert {line["state"] for line in read(file_id).body["lines"]} == {"sent"}
    again = act(file_id, "sent", DRAFTS)
    assert (again.status, again.body["code"]) == (409, "payment-file-not-released")


def test_a_file_that_is_called_off_gives_everything_back(to: Owing) -> None:
    owed = [to.owes(), to.owes(900)]
    file_id = drafted()
    assert (cancel(file_id).status, cancel(file_id).body["state"]) == (202, "cancelling")
    assert act(file_id, "release", version=3).body["code"] == "payment-file-not-drafted"
    for _ in range(2):
        assert follow("payment-file.withdrawn", file_id) == []
    assert (cancel(file_id).status, read(file_id).body["state"]) == (202, "cancelled")
    assert [(found(each).status, found(each).file_id) for each in owed] == [("approved", None)] * 2
    tables.commit([DynamoPayables().none_ordered(to.clinic_id)])
    assert len(read(drafted()).body["lines"]) == 2


def test_a_file_without_a_payable_that_can_be_carried_is_cancelled(to: Owing) -> None:
    assert to.payer == "tryg"
    assert read(drafted()).body["state"] == "cancelled"


def test_what_no_file_carries_stays_approved_with_a_task_and_blocks_nothing(to: Owing) -> None:
    unknown = to.owes(pay_to=None)
    ended = to.owes(payee_id="pye_gone")
    paid = to.owes(100)
    whole = read(drafted()).body
    assert {line["payableId"]: line.get("why") for line in whole["lines"]} == {
        unknown.payable_id: "account-not-payable",
        ended.payable_id: "payee-not-in-force",
        paid.payable_id: None,
    }
    assert whole["payables"] == 1
    assert [found(each).status for each in (unknown, ended, paid)] == ["approved", "approved", "drafted"]
    assert len(tasks_in("payments", FINANCE).body["items"]) == 2
    [task, *_] = tasks_in("payments", FINANCE).body["items"]
    assert decide(task["taskId"], {"decision": "approve"}, by=FINANCE).status == 200


def test_a_payable_that_is_left_out_again_has_one_task_while_that_is_open(
    to: Owing, aws: dict[str, Any]
) -> None:
    unknown = to.owes(pay_to=None)
    first, second = drafted(), drafted()
    [task] = tasks_in("payments", FINANCE).body["items"]
    assert task["reason"] == "payment-left-out"
    assert task["subject"] == {"payableId": unknown.payable_id, "fileId": second}
    assert [line["why"] for each in (first, second) for line in read(each).body["lines"]] == [
        "account-not-payable"
    ] * 2
    assert len(outbox_rows(aws, "task.opened")) == len(outbox_rows(aws, "payment.left-out")) == 1


def test_a_payable_that_is_left_out_after_its_task_is_closed_has_another(to: Owing) -> None:
    unknown = to.owes(pay_to=None)
    drafted()
    [closed] = tasks_in("payments", FINANCE).body["items"]
    assert decide(closed["taskId"], {"decision": "approve"}, by=FINANCE).status == 200
    third = drafted()
    [task] = tasks_in("payments", FINANCE).body["items"]
    assert task["taskId"] != closed["taskId"]
    assert task["subject"] == {"payableId": unknown.payable_id, "fileId": third}


def test_the_task_of_what_was_left_out_is_over_once_a_file_takes_it(to: Owing) -> None:
    waiting = to.owes(pay_to=None)
    drafted()
    [task] = tasks_in("payments", FINANCE).body["items"]
    assert task["reason"] == "payment-left-out"
    corrected = replace(waiting, pay_to=TO_ACCOUNT)
    tables.commit([DynamoPayables().replacement(waiting, corrected)])
    assert [line.payable_id for line in lines(drafted())] == [waiting.payable_id]
    assert tasks_in("payments", FINANCE).body["items"] == []


def test_an_event_that_comes_twice_leaves_the_task_as_it_is(to: Owing) -> None:
    to.owes(pay_to=None)
    file_id = drafted()
    [before] = tasks_in("payments", FINANCE).body["items"]
    assert follow("payment-file.begun", file_id) == []
    assert tasks_in("payments", FINANCE).body["items"] == [before]


def test_what_is_odd_is_counted_and_shown_on_its_payment(to: Owing) -> None:
    assert to.payer == "tryg"
    usual = DynamoUsualAmounts()
    known = to.owes(1000)
    tables.commit(usual.paid(replace(known, amount=Money.of(400))))
    twins = [to.owes(300, claim_id=known.claim_id) for _ in range(2)]
    whole = read(drafted()).body
    odd = {line["payableId"]: set(line["odd"]) for line in whole["lines"]}
    assert odd == {
        known.payable_id: {"new-account", "twice-the-usual"},
        twins[0].payable_id: {"new-account", "same-amount-twice"},
        twins[1].payable_id: {"new-account", "same-amount-twice"},
    }
    assert whole["odd"] == {"new-account": 3, "twice-the-usual": 1, "same-amount-twice": 2}


def test_a_payable_is_in_one_file_however_often_its_events_come(to: Owing) -> None:
    owed = to.owes()
    first, second = (begin().body["fileId"] for _ in range(2))
    for _ in range(2):
        for file_id in (first, second):
            assert follow("payment-file.begun", file_id) == []
    assert [read(each).body["payables"] for each in (first, second)] == [1, 0]
    assert found(owed).file_id == first
