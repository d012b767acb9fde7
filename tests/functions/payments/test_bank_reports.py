"""What a payer's bank sends is received once, booked once, and shown row by row, whatever it says."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.payments.runs.dynamo_usual_amounts import DynamoUsualAmounts
from tests.builders.bank import reports
from tests.builders.calls import staff
from tests.builders.claims import outbox_rows
from tests.builders.decisions import tasks_in
from tests.builders.payments.bank_stage import (
    applied,
    apply,
    booked,
    credit,
    debit,
    id_of,
    in_files_of_clinic,
    listed_reports,
    read,
    send,
    status_of,
    with_the_bank,
)
from tests.builders.payments.payment_stage import Owing, drafted, found, lines, owing, released
from tests.builders.payments.payment_stage import read as read_file

FINANCE = staff("finance")
THEIRS = staff("finance", payer="gjensidige", sub="g-1", email="gerda@example.org")


@pytest.fixture
def to(aws: dict[str, Any]) -> Owing:
    assert aws
    return owing()


def did(report: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    """Returns what each row did."""
    return [(row["state"], row["effect"], row.get("why")) for row in report["items"]]


def asked() -> list[dict[str, Any]]:
    """Returns the open tasks of finance about payments."""
    return list(tasks_in("payments", by=FINANCE).body["items"])


def reasons() -> list[str]:
    """Returns the reasons of those tasks."""
    return sorted(task["reason"] for task in asked())


def test_a_payment_that_the_bank_made_is_paid_with_its_invoice_and_told_to_the_clinic(
    to: Owing, aws: dict[str, Any]
) -> None:
    owed = to.owes(850)
    file_id = with_the_bank()
    assert in_files_of_clinic(owed) == 1
    report = applied(booked(debit(owed, file_id)))
    assert (report["state"], report["applied"], did(report)) == ("applied", 1, [("applied", "paid", None)])
    assert report["items"][0]["amount"] == {"amount": "850.00", "currency": "DKK"}
    assert found(owed).status == "paid"
    whole = read_file(file_id).body
    assert (whole["state"], whole["paid"], whole["returned"]) == ("settled", 1, 0)
    assert [line["paidOn"] for line in whole["lines"]] == ["2026-03-04"]
    assert owed.invoice_id
    assert DynamoInvoices().find(owed.invoice_id).status == "paid"
    assert in_files_of_clinic(owed) == 0
    assert DynamoUsualAmounts().of(owed)[0].payments == 1
    [sent] = outbox_rows(aws, "payment.sent")
    assert sent["clinicId"]["S"] == to.clinic_id
    assert set(sent["data"]["M"]) == {"payableId", "invoiceId", "bookingIds"}
    assert reasons() == []


def test_a_rejected_payment_is_returned_with_a_task_and_its_reason_in_words(to: Owing) -> None:
    owed = to.owes()
    file_id = with_the_bank()
    report = applied(status_of(file_id, {id_of(owed): "RJCT"}, why="AC04"))
    assert did(report) == [("applied", "returned", None)]
    assert report["items"][0]["reason"] == "AC04"
    assert report["items"][0]["reasonText"]
    assert found(owed).status == "returned"
    assert in_files_of_clinic(owed) == 0
    whole = read_file(file_id).body
    assert (whole["state"], whole["returned"]) == ("settled", 1)
    [task] = asked()
    assert (task["reason"], task["subject"]["payableId"]) == ("payment-returned", owed.payable_id)
    assert (task["payment"]["reason"], bool(task["payment"]["text"])) == ("AC04", True)


def test_money_that_comes_back_is_returned_and_the_invoice_is_accepted_again(
    to: Owing, aws: dict[str, Any]
) -> None:
    owed = to.owes()
    file_id = with_the_bank()
    applied(booked(debit(owed, file_id)))
    report = applied(booked(credit(owed, file_id, day="2026-03-06")))
    assert did(report) == [("applied", "returned", None)]
    assert (found(owed).status, in_files_of_clinic(owed)) == ("returned", 0)
    assert owed.invoice_id
    assert DynamoInvoices().find(owed.invoice_id).status == "accepted"
    whole = read_file(file_id).body
    assert (whole["paid"], whole["returned"], whole["state"]) == (0, 1, "settled")
    assert reasons() == ["payment-returned"]
    old = applied(booked(debit(owed, file_id), family="camt.053.001.08"))
    assert (did(old), found(owed).status) == ([("repeated", "none", None)], "returned")
    assert len(outbox_rows(aws, "payment.sent")) == 1


def test_a_return_that_is_heard_of_before_its_debit_stays_a_return(to: Owing) -> None:
    owed = to.owes()
    file_id = with_the_bank()
    report = applied(booked(credit(owed, file_id, day="2026-03-06"), debit(owed, file_id)))
    assert [row["effect"] for row in report["items"]] == ["paid", "returned"]
    other = to.owes(900)
    second = with_the_bank()
    applied(booked(credit(other, second, day="2026-03-06")))
    late = applied(booked(debit(other, second)))
    assert (did(late), found(other).status) == ([("repeated", "none", None)], "returned")


@pytest.mark.parametrize("more", [1, -1])
def test_an_amount_that_differs_by_one_ore_books_nothing_and_is_a_task(to: Owing, more: int) -> None:
    owed = to.owes()
    report = applied(booked(debit(owed, with_the_bank(), more)))
    assert did(report) == [("differs", "none", "amount-differs")]
    assert (found(owed).status, in_files_of_clinic(owed)) == ("sent", 1)
    [task] = asked()
    assert (task["reason"], task["payment"]["why"]) == ("payment-differs", "amount-differs")
    assert task["payment"]["reportId"] == report["reportId"]


def test_another_currency_books_nothing(to: Owing) -> None:
    owed = to.owes()
    file_id = with_the_bank()
    report = applied(booked(debit(owed, file_id).replace('Ccy="DKK"', 'Ccy="NOK"')))
    assert (did(report), found(owed).status) == ([("differs", "none", "amount-differs")], "sent")


def test_a_reference_that_nobody_knows_is_listed_with_one_task_for_all_rows(to: Owing) -> None:
    to.owes()
    file_id = with_the_bank()
    unknown = [reports.entry(reports.listed(reports.details(each, message_id=""))) for each in ("A-1", "A-2")]
    fee = reports.entry(side="DBIT", amount="25.00")
    report = applied(booked(*unknown, fee))
    assert [row["why"] for row in report["items"]] == ["reference-unknown", "reference-unknown", "not-ours"]
    assert report["unmatched"] == 3
    [task] = asked()
    assert (task["reason"], task["subject"]) == ("bank-rows-unmatched", {"reportId": report["reportId"]})
    assert read_file(file_id).body["state"] == "sent"


def test_a_bank_file_that_does_not_match_a_run_changes_none(to: Owing) -> None:
    owed, later = to.owes(), to.owes(900)
    first = with_the_bank()
    another = to.owes(20)
    second = drafted()
    none_of_ours = applied(status_of("pfl_00000000000000000000000000", {id_of(owed): "ACSC"}))
    assert did(none_of_ours) == [("unmatched", "none", "file-unknown")]
    wrong_file = applied(status_of(first, {id_of(another): "ACSC"}))
    assert did(wrong_file) == [("unmatched", "none", "not-in-that-file")]
    too_early = applied(status_of(second, {id_of(another): "ACSC"}))
    assert did(too_early) == [("unmatched", "none", "file-not-with-the-bank")]
    assert [found(each).status for each in (owed, later, another)] == ["sent", "sent", "drafted"]


def test_the_same_file_twice_is_one_report_and_books_nothing_twice(to: Owing, aws: dict[str, Any]) -> None:
    owed = to.owes()
    content = booked(debit(owed, with_the_bank()))
    first = send(content)
    assert first.body["state"] == "received"
    apply(first.body["reportId"])
    again = send(content)
    assert (again.status, again.body) == (202, {**first.body, "state": "repeated"})
    apply(first.body["reportId"])
    assert len(outbox_rows(aws, "payment.sent")) == len(outbox_rows(aws, "bank-report.received")) == 1
    assert [item["reportId"] for item in listed_reports().body["items"]] == [first.body["reportId"]]
    statement = applied(booked(debit(owed), family="camt.053.001.08"))
    assert did(statement) == [("repeated", "none", None)]


def test_a_status_of_another_payers_file_shows_and_changes_nothing_of_theirs(to: Owing) -> None:
    owed = to.owes()
    file_id = with_the_bank()
    for content in (
        status_of(file_id, {id_of(owed): "RJCT"}),
        booked(debit(owed, file_id)),
        booked(debit(owed)),
    ):
        report = applied(content, THEIRS)
        assert {row["state"] for row in report["items"]} == {"unmatched"}
        assert not {"fileId", "payableId"} & set(report["items"][0])
        assert read(report["reportId"]).status == 404
    assert (found(owed).status, read_file(file_id).body["state"]) == ("sent", "sent")
    assert listed_reports().body["items"] == []


def test_a_row_of_another_account_books_nothing(to: Owing) -> None:
    owed = to.owes()
    other = reports.IBAN.replace("DK5000400440116243", "DK8981875409876543")
    report = applied(booked(debit(owed, with_the_bank()), account=other))
    assert (did(report), found(owed).status) == ([("unmatched", "none", "account-not-yours")], "sent")


def test_a_file_that_is_rejected_as_a_whole_returns_every_payment(to: Owing) -> None:
    owed = [to.owes(), to.owes(900), to.owes(1000)]
    file_id = released()
    report = applied(status_of(file_id, {}, f"<GrpSts>RJCT</GrpSts>{reports.reason('AM05')}"))
    assert did(report) == [("applied", "returned", None)]
    assert report["items"][0]["payments"] == 3
    assert {found(each).status for each in owed} == {"returned"}
    assert (read_file(file_id).body["state"], in_files_of_clinic(owed[0])) == ("settled", 0)
    assert reasons() == ["payment-returned"] * 3


def test_what_a_report_says_of_one_transfer_counts_before_what_it_says_of_the_file(to: Owing) -> None:
    owed, rejected = to.owes(), to.owes(900)
    file_id = released()
    report = applied(status_of(file_id, {id_of(rejected): "RJCT"}, "<GrpSts>ACSC</GrpSts>", why="AC01"))
    assert sorted(row["effect"] for row in report["items"]) == ["paid", "returned"]
    assert [found(each).status for each in (owed, rejected)] == ["paid", "returned"]
    assert {line.state for line in lines(file_id)} == {"paid", "returned"}


def test_what_the_bank_only_accepts_moves_the_file_to_sent(to: Owing, aws: dict[str, Any]) -> None:
    owed = to.owes()
    file_id = released()
    report = applied(status_of(file_id, {}, "<GrpSts>ACCP</GrpSts>"))
    assert did(report) == [("applied", "none", None)]
    assert (read_file(file_id).body["state"], found(owed).status) == ("sent", "released")
    assert len(outbox_rows(aws, "payment-file.sent")) == 1


def test_a_batch_whose_sum_is_another_books_nothing(to: Owing) -> None:
    owed = [to.owes(850), to.owes(900)]
    file_id = with_the_bank()
    named = file_id.replace("_", "-", 1)
    inside = f"<NtryDtls><Btch><PmtInfId>{named}</PmtInfId><NbOfTxs>2</NbOfTxs></Btch></NtryDtls>"
    wrong = applied(booked(reports.entry(inside, "1750.01")))
    assert did(wrong) == [("differs", "none", "sum-differs")]
    assert {found(each).status for each in owed} == {"sent"}
    right = applied(booked(reports.entry(inside, "1750.00")))
    assert (did(right), {found(each).status for each in owed}) == ([("applied", "paid", None)], {"paid"})
    again = applied(booked(reports.entry(inside, "1750.00"), family="camt.053.001.08"))
    assert did(again) == [("repeated", "none", None)]


@pytest.mark.parametrize(
    "content, status, code",
    [
        (b"<no", 400, "bank-report-not-xml"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]>' + status_of("pfl_1", {"a": "RJCT"}), 422, "bank-report-doctype"),
        (b"<Document/>", 422, "bank-report-unknown"),
        (status_of("pfl_1", {}), 422, "bank-report-no-rows"),
        (b" " * 1_000_001, 422, "bank-report-too-large"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_what_is_wrong(
    to: Owing, content: bytes, status: int, code: str
) -> None:
    assert to
    refused = send(content)
    assert (refused.status, [fault["code"] for fault in refused.body["errors"]]) == (status, [code])
    assert listed_reports().body["items"] == []


def test_a_body_of_another_type_is_refused(to: Owing) -> None:
    assert to
    assert send("{}", media="application/json").status == 415


def test_the_rows_are_read_a_page_at_a_time_in_three_languages(to: Owing) -> None:
    owed = [to.owes(), to.owes(900), to.owes(1000)]
    file_id = with_the_bank()
    report = applied(booked(*(debit(each, file_id) for each in owed)))
    first = read(report["reportId"], query="?limit=2").body
    rest = read(report["reportId"], query=f"?limit=2&cursor={first['nextCursor']}").body
    assert [row["number"] for row in (*first["items"], *rest["items"])] == [1, 2, 3]
