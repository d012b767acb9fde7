"""What Stripe says afterwards counts once, signed and of this account, and nothing else (F1-07, F1-08)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.payments.keys import bank_reports
from helsebro_aws.platform.clock import real_now
from local.stripe.small_stripe import SmallStripe, signed
from tests.builders.calls import staff
from tests.builders.claims import outbox_rows
from tests.builders.decisions import decide, tasks_in
from tests.builders.payments.bank_stage import apply, listed_reports, read
from tests.builders.payments.payment_stage import found
from tests.builders.payments.session_stage import Practice
from tests.builders.payments.stripe_stage import (
    SECRET,
    paid_by_stripe,
    released_to_stripe,
    said,
    sends,
    told,
    transfer_to,
)


@pytest.fixture
def clinic(aws: dict[str, Any], stripe: SmallStripe) -> Practice:
    """A clinic whose two sessions are paid."""
    assert aws
    assert not stripe.transfers
    made = paid_by_stripe()
    assert sends(released_to_stripe()) == []
    return made


def reasons() -> list[str]:
    return sorted(task["reason"] for task in tasks_in("payments", by=staff("finance")).body["items"])


def applied(body: bytes) -> dict[str, Any]:
    """Sends an event, applies it, and returns its report."""
    assert told(body).body == {"state": "received"}
    [report] = [each for each in listed_reports().body["items"] if each["state"] == "received"]
    assert report["kind"] == "stripe"
    apply(report["reportId"])
    return dict(read(report["reportId"]).body)


def row_of(report: dict[str, Any]) -> tuple[str, str, str | None]:
    [row] = report["items"]
    return row["state"], row["effect"], row.get("why")


def test_a_reversed_transfer_is_returned_with_a_task(
    clinic: Practice, stripe: SmallStripe, aws: dict[str, Any]
) -> None:
    [first, second] = clinic.owed("paid")
    made = transfer_to(first, stripe)
    assert stripe.reverse(made["id"])[0] == 200
    report = applied(said("transfer.reversed", made))
    assert row_of(report) == ("applied", "returned", None)
    assert report["items"][0]["reasonText"]
    assert (found(first).status, found(second).status) == ("returned", "paid")
    assert reasons() == ["payment-returned"]
    assert outbox_rows(aws, "bank-report.applied")


def test_a_session_that_came_back_is_paid_again_under_a_name_of_its_own(
    clinic: Practice, stripe: SmallStripe
) -> None:
    [first, _] = clinic.owed("paid")
    old = transfer_to(first, stripe)
    stripe.reverse(old["id"])
    applied(said("transfer.reversed", old))
    [task] = tasks_in("payments", by=staff("finance")).body["items"]
    assert decide(task["taskId"], {"decision": "approve"}, by=staff("finance")).status == 200
    assert sends(released_to_stripe()) == []
    again = found(first)
    made = transfer_to(again, stripe)
    assert (again.status, again.attempt, made["id"] != old["id"]) == ("paid", 2, True)
    assert row_of(applied(said("transfer.created", made))) == ("repeated", "none", None)
    stripe.reverse(made["id"])
    assert row_of(applied(said("transfer.reversed", made))) == ("applied", "returned", None)
    assert (found(first).status, reasons()) == ("returned", ["payment-returned"])


def test_a_part_that_came_back_is_for_a_person(clinic: Practice, stripe: SmallStripe) -> None:
    [first, _] = clinic.owed("paid")
    made = transfer_to(first, stripe)
    assert stripe.reverse(made["id"], 100)[0] == 200
    assert row_of(applied(said("transfer.reversed", made))) == ("differs", "none", "amount-differs")
    assert (found(first).status, reasons()) == ("paid", ["payment-differs"])
    assert stripe.reverse(made["id"])[0] == 200
    assert row_of(applied(said("transfer.reversed", made))) == ("applied", "returned", None)


def test_that_a_transfer_was_created_says_nothing_new_once_it_is_booked(
    clinic: Practice, stripe: SmallStripe
) -> None:
    [first, _] = clinic.owed("paid")
    report = applied(said("transfer.created", transfer_to(first, stripe)))
    assert row_of(report) == ("repeated", "none", None)
    assert found(first).status == "paid"


def test_an_event_counts_once_however_often_and_in_whatever_bytes_it_comes(
    clinic: Practice, stripe: SmallStripe
) -> None:
    [first, _] = clinic.owed("paid")
    made = transfer_to(first, stripe)
    stripe.reverse(made["id"])
    body = said("transfer.reversed", made)
    again = json.dumps({**json.loads(body), "pending_webhooks": 0}).encode()
    applied(body)
    assert [told(each).body["state"] for each in (body, again)] == ["repeated"] * 2
    [report] = listed_reports().body["items"]
    apply(report["reportId"])
    assert read(report["reportId"]).body["rows"] == 1
    assert reasons() == ["payment-returned"]


@pytest.mark.parametrize("happened", ["payout.paid", "payout.failed", "account.updated"])
def test_what_stripe_pays_on_to_the_therapist_is_none_of_ours(
    clinic: Practice, happened: str, stripe: SmallStripe
) -> None:
    [first, _] = clinic.owed("paid")
    payout = {**transfer_to(first, stripe), "object": "payout", "amount_reversed": None}
    assert told(said(happened, payout)).body == {"state": "ignored"}
    assert (found(first).status, listed_reports().body["items"]) == ("paid", [])


def test_a_transfer_that_is_not_ours_is_none_of_ours(clinic: Practice, stripe: SmallStripe) -> None:
    [first, _] = clinic.owed("paid")
    other = {**transfer_to(first, stripe), "metadata": {"order": "95"}}
    assert told(said("transfer.reversed", other)).body == {"state": "ignored"}


def test_a_payable_that_nobody_knows_is_a_task(clinic: Practice, stripe: SmallStripe) -> None:
    [first, _] = clinic.owed("paid")
    made = transfer_to(first, stripe)
    unknown = {**made, "metadata": {**made["metadata"], "payable": f"pay-{'a' * 26}"}}
    assert row_of(applied(said("transfer.created", unknown))) == ("unmatched", "none", "reference-unknown")
    assert reasons() == ["bank-rows-unmatched"]


WRONG = "whsec_of_another"


@pytest.mark.parametrize(
    "header, reason",
    [
        (lambda body: signed(body, WRONG), "signature-mismatch"),
        (lambda body: signed(body + b" ", SECRET), "signature-mismatch"),
        (lambda body: signed(body, SECRET, int(real_now().timestamp()) - 400), "timestamp-outside-tolerance"),
        (lambda body: signed(body, SECRET, int(real_now().timestamp()) + 400), "timestamp-outside-tolerance"),
        (lambda _: "", "headers-missing"),
        (lambda body: signed(body, SECRET).replace("v1=", "v0="), "signature-mismatch"),
    ],
)
def test_what_is_not_signed_by_stripe_now_changes_nothing(
    clinic: Practice, stripe: SmallStripe, header: Any, reason: str
) -> None:
    [first, _] = clinic.owed("paid")
    made = transfer_to(first, stripe)
    stripe.reverse(made["id"])
    body = said("transfer.reversed", made)
    answer = told(body, header(body))
    assert (answer.status, answer.body["code"], answer.body["reason"]) == (401, "signature-refused", reason)
    assert not list(tables.query_all(tables.settings.money_table, bank_reports("tryg"), listing=True))
    assert found(first).status == "paid"


@pytest.mark.parametrize("payer", ["gjensidige", "nobody"])
def test_an_event_for_another_endpoint_is_refused(clinic: Practice, stripe: SmallStripe, payer: str) -> None:
    [first, _] = clinic.owed("paid")
    body = said("transfer.created", transfer_to(first, stripe))
    assert told(body, payer=payer).status == 401


@pytest.mark.parametrize(
    "body, code",
    [
        (b"", "stripe-event-unreadable"),
        (b"{", "stripe-event-unreadable"),
        (b"[]", "stripe-event-unreadable"),
        (b"[" * 100_000, "stripe-event-unreadable"),
        (b'{"id": "evt_1", "object": "event", "type": 7, "created": 1}', "stripe-event-unreadable"),
        (
            b'{"id": "evt_1", "object": "event", "type": "transfer.created", "created": 1}',
            "stripe-event-unreadable",
        ),
        (
            b'{"id": "../1", "object": "event", "type": "payout.paid", "created": 1}',
            "stripe-event-unreadable",
        ),
        (b" " * 256_001, "stripe-event-too-large"),
    ],
)
def test_a_signed_body_that_is_no_event_is_a_bad_request(aws: dict[str, Any], body: bytes, code: str) -> None:
    assert aws
    answer = told(body)
    assert (answer.status, answer.body["errors"][0]["code"]) == (400, code)
