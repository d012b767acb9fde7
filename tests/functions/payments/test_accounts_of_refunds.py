"""A refund is paid to the account that its member has confirmed when the file is drafted (promise 28)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.payments.members.member_payee import MemberPayee
from helsebro.payments.payable import Payable
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from tests.builders.calls import ask, event, member, staff
from tests.builders.decisions import decide, tasks_in
from tests.builders.payments.bank_stage import applied, booked, debit, id_of, status_of, with_the_bank
from tests.builders.payments.member_accounts import ANOTHER, confirm, person
from tests.builders.payments.payment_stage import (
    Owing,
    act,
    drafted,
    follow,
    found,
    lines,
    owing,
    read,
    released,
)
from tests.builders.policies import ANNA, BO
from tests.functions.payments.test_write_payment_file import NAMES, file_in, refunded

FINANCE = staff("finance")


@pytest.fixture
def to(aws: dict[str, Any]) -> Owing:
    assert aws
    return owing()


def accounts_in(aws: dict[str, Any], file_id: str) -> list[str]:
    document = file_in(aws, file_id)
    path = "//pain:CdtrAcct/pain:Id/pain:Othr/pain:Id/text()|//pain:CdtrAcct/pain:Id/pain:IBAN/text()"
    return [str(number) for number in document.xpath(path, namespaces=NAMES)]


def read_refund(payable: Payable) -> dict[str, Any]:
    from functions.refunds.refunds.handler import handler

    return dict(ask(handler, event("GET", f"/v1/refunds/{payable.refund_id}", by=member(ANNA))).body)


def test_an_account_that_was_corrected_before_the_draft_is_paid(to: Owing, aws: dict[str, Any]) -> None:
    assert to
    refunded()
    assert confirm(ANOTHER).status == 200
    file_id = released()
    [number] = accounts_in(aws, file_id)
    assert number.endswith("0440116243")
    [line] = read(file_id).body["lines"]
    assert (line["masked"], line["holder"], "new-account" in line["odd"]) == ("••••6243", "unknown", True)


def test_a_file_pays_the_account_of_its_draft_also_when_another_came_since(
    to: Owing, aws: dict[str, Any]
) -> None:
    assert to
    owed = refunded()
    file_id = drafted()
    assert confirm(ANOTHER).status == 200
    assert act(file_id, "release", version=read(file_id).body["version"]).status == 200
    assert follow("payment-file.released", file_id) == []
    [number] = accounts_in(aws, file_id)
    assert number.endswith("9876543210")
    assert read_refund(owed)["paidTo"]["masked"] == "••••3210"


def test_a_first_account_is_not_odd(to: Owing) -> None:
    assert to
    refunded()
    assert "new-account" not in read(drafted()).body["lines"][0]["odd"]


def test_without_a_confirmed_account_it_waits_for_a_person(to: Owing) -> None:
    from dataclasses import replace

    from helsebro_aws.dynamodb.tables import tables

    assert to
    owed = refunded()
    no_ones = replace(owed, to_member=MemberPayee(person(BO)))
    tables.commit([DynamoPayables().replacement(owed, no_ones)])
    [line] = lines(drafted())
    assert (line.state, line.why, found(owed).status) == ("left-out", "account-not-confirmed", "approved")
    [task] = tasks_in("payments", FINANCE).body["items"]
    assert task["reason"] == "payment-left-out"


def test_a_returned_refund_is_sent_again_to_the_corrected_account(to: Owing, aws: dict[str, Any]) -> None:
    assert to
    owed = refunded()
    assert read_refund(owed)["payment"]["status"] == "waiting"
    first = with_the_bank()
    assert read_refund(owed)["payment"]["status"] == "sent"
    applied(status_of(first, {id_of(owed): "RJCT"}, why="AC04"))
    told = read_refund(owed)
    assert (told["payment"]["status"], "expectedOn" in told["payment"]) == ("returned", False)
    assert "Se, om kontoen er rigtig" in told["nextSteps"][0]["text"]
    assert confirm(ANOTHER).status == 200
    [task] = tasks_in("payments", by=FINANCE).body["items"]
    assert decide(task["taskId"], {"decision": "approve"}, by=FINANCE).status == 200
    again = found(owed)
    assert again.to_member == MemberPayee(person(ANNA))
    second = with_the_bank()
    [number] = accounts_in(aws, second)
    assert number.endswith("0440116243")
    applied(booked(debit(owed, second)))
    paid = read_refund(owed)
    assert (paid["status"], paid["payment"]["status"], paid["paidTo"]["masked"]) == (
        "paid",
        "paid",
        "••••6243",
    )


def test_a_refund_that_finance_writes_off_is_paid_no_more(to: Owing) -> None:
    assert to
    owed = refunded()
    applied(status_of(with_the_bank(), {id_of(owed): "RJCT"}, why="AC04"))
    [task] = tasks_in("payments", by=FINANCE).body["items"]
    denied = {"decision": "deny", "reason": "Medlemmet vil ikke have pengene"}
    assert decide(task["taskId"], denied, by=FINANCE).status == 200
    assert read_refund(owed)["payment"]["status"] == "ended"
