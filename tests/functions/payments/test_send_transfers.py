"""A session of a clinic with an account at Stripe is paid by a transfer there, in its own run (F1-07)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.payments.payable import Payable
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger
from local.stripe.small_stripe import SmallStripe
from tests.builders.calls import staff
from tests.builders.claims import outbox_rows
from tests.builders.clinics.payees import DANISH_ACCOUNT, store_payees
from tests.builders.decisions import decide, tasks_in
from tests.builders.payments.bank_stage import (
    applied,
    booked,
    debit,
    id_of,
    in_files_of_clinic,
    status_of,
    with_the_bank,
)
from tests.builders.payments.payment_stage import (
    act,
    begin,
    content,
    drafted,
    follow,
    found,
    lines,
    owing,
    read,
    released,
    set_paying_account,
)
from tests.builders.payments.session_stage import Practice, forget_payees, practice, reported
from tests.builders.payments.stripe_stage import (
    ACCOUNT,
    AT_STRIPE,
    paid_by_stripe,
    released_to_stripe,
    sends,
    transfer_to,
)


@pytest.fixture
def clinic(aws: dict[str, Any], stripe: SmallStripe) -> Practice:
    assert aws
    assert not stripe.transfers
    return paid_by_stripe()


def reasons() -> list[str]:
    return sorted(task["reason"] for task in tasks_in("payments", by=staff("finance")).body["items"])


def kinds_of(payable: Payable) -> list[str]:
    entries = DynamoLedger().of_case(payable.claim_id)
    return sorted(entry.kind for entry in entries if entry.payable_id == payable.payable_id)


def test_each_session_is_one_transfer_that_pays_it(
    clinic: Practice, stripe: SmallStripe, aws: dict[str, Any]
) -> None:
    owed = clinic.owed()
    file_id = released_to_stripe()
    assert not stripe.transfers
    assert sends(file_id) == []
    assert {found(each).status for each in owed} == {"paid"}
    for each in owed:
        made = transfer_to(each, stripe)
        assert (made["amount"], made["currency"]) == (each.amount.ore, "dkk")
        assert made["destination"] == ACCOUNT
        assert kinds_of(each) == ["approved", "paid", "released"]
    whole = read(file_id).body
    assert (whole["way"], whole["state"], whole["paid"], whole["returned"]) == ("stripe", "settled", 2, 0)
    assert all(line["masked"] == "••••EwkZ" and line["paidOn"] for line in whole["lines"])
    assert in_files_of_clinic(owed[0]) == 0
    assert len(outbox_rows(aws, "payment.sent")) == 2
    assert ACCOUNT not in str(whole)


def test_a_second_delivery_pays_nothing_twice(clinic: Practice, stripe: SmallStripe) -> None:
    file_id = released_to_stripe()
    for _ in range(3):
        assert sends(file_id) == []
    assert len(stripe.transfers) == len(clinic.owed("paid")) == 2


def test_a_refused_transfer_is_returned_with_stripes_code_and_a_task(
    clinic: Practice, stripe: SmallStripe
) -> None:
    stripe.refuses[ACCOUNT] = (400, "insufficient_capabilities_for_transfer")
    file_id = released_to_stripe()
    assert sends(file_id) == []
    assert not stripe.transfers
    assert len(clinic.owed("returned")) == 2
    whole = read(file_id).body
    assert (whole["state"], whole["paid"], whole["returned"]) == ("settled", 0, 2)
    codes = {line["bankReason"] for line in whole["lines"]}
    assert codes == {"insufficient_capabilities_for_transfer"}
    assert reasons() == ["payment-returned"] * 2


@pytest.mark.parametrize("status", [409, 429, 500, 503])
def test_without_an_answer_that_counts_the_payments_wait_and_are_made_later(
    clinic: Practice, stripe: SmallStripe, status: int
) -> None:
    file_id = released_to_stripe()
    stripe.fails, stripe.asks_to_wait = status, 60
    assert sends(file_id) != []
    assert len(clinic.owed("sent")) == 2
    stripe.fails = 0
    assert sends(file_id) == []
    assert len(clinic.owed("paid")) == len(stripe.transfers) == 2


def test_a_refused_key_pays_nothing_and_returns_nothing(clinic: Practice, stripe: SmallStripe) -> None:
    file_id = released_to_stripe()
    stripe.fails = 401
    assert sends(file_id) != []
    assert (len(clinic.owed("sent")), reasons()) == (2, [])


def test_a_run_to_stripe_has_no_file_and_is_not_handed_to_a_bank(clinic: Practice) -> None:
    file_id = released_to_stripe()
    assert follow("payment-file.released", file_id) == []
    assert content(file_id).body["code"] == "file-not-ready"
    assert act(file_id, "sent").body["code"] == "file-not-ready"
    assert sends(file_id) == []
    assert content(file_id).body["code"] == "file-not-ready"
    assert len(clinic.owed("paid")) == 2


def test_a_bank_says_nothing_of_a_run_to_stripe(clinic: Practice) -> None:
    [first, _] = clinic.owed()
    file_id = released_to_stripe()
    report = applied(booked(debit(first, file_id)))
    assert [row["why"] for row in report["items"]] == ["file-not-with-the-bank"]
    assert found(first).status == "drafted"


def test_a_file_for_the_bank_leaves_sessions_of_stripe_to_their_own_run(clinic: Practice) -> None:
    owed = [each.payable_id for each in clinic.owed()]
    assert read(drafted()).body["state"] == "cancelled"
    assert read(drafted(payableIds=owed)).body["state"] == "cancelled"
    assert (len(clinic.owed()), reasons()) == (2, [])
    assert read(drafted(way="stripe", payableIds=owed)).body["payables"] == 2


def test_a_run_to_stripe_leaves_what_a_bank_pays(aws: dict[str, Any]) -> None:
    assert aws
    set_paying_account()
    made = practice(DANISH_ACCOUNT, payer="tryg")
    assert reported(made.booking_id()) == []
    assert read(drafted(way="stripe")).body["state"] == "cancelled"
    [owed] = made.owed()
    assert [line.payable_id for line in lines(released())] == [owed.payable_id]


def test_an_invoice_that_came_back_is_not_moved_to_an_account_at_stripe(aws: dict[str, Any]) -> None:
    assert aws
    to = owing()
    owed = to.owes()
    applied(status_of(with_the_bank(), {id_of(owed): "RJCT"}, why="AC04"))
    forget_payees(to.clinic_id)
    store_payees(to.clinic_id, AT_STRIPE)
    [task] = tasks_in("payments", by=staff("finance")).body["items"]
    answer = decide(task["taskId"], {"decision": "approve"}, by=staff("finance"))
    assert (answer.status, answer.body["code"]) == (409, "payee-not-in-force")
    assert found(owed).status == "returned"


def test_a_payer_without_an_account_at_stripe_is_told_when_it_drafts(aws: dict[str, Any]) -> None:
    assert aws
    set_paying_account("nordlys")
    answer = begin(staff("finance", payer="nordlys", sub="n-1", email="nora@example.org"), way="stripe")
    assert answer.status == 422
    assert [(each["pointer"], each["code"]) for each in answer.body["errors"]] == [
        ("/way", "stripe-not-connected")
    ]
