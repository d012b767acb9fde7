"""Money is booked once: what a bank tells again, of an earlier attempt, or debits a second time."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import PaymentFileId
from helsebro.payments.bank.bank_id import as_bank_id
from helsebro.payments.payable import Payable
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.payments.keys import line_key
from tests.builders.bank import reports
from tests.builders.calls import staff
from tests.builders.decisions import decide, tasks_in
from tests.builders.payments.bank_stage import (
    amount_of,
    applied,
    booked,
    credit,
    debit,
    id_of,
    status_of,
    with_the_bank,
)
from tests.builders.payments.payment_stage import Owing, found, owing

FINANCE = staff("finance")
RETURNED_ON = "2026-03-06"
STATEMENT = "camt.053.001.08"


@pytest.fixture
def to(aws: dict[str, Any]) -> Owing:
    assert aws
    return owing()


def did(report: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    return [(row["state"], row["effect"], row.get("why")) for row in report["items"]]


def asked() -> list[str]:
    return sorted(task["reason"] for task in tasks_in("payments", by=FINANCE).body["items"])


def paid_and_returned(owed: Payable) -> PaymentFileId:
    """Pays with R100, lets the money come back with R200, and lets finance pay again."""
    file_id = with_the_bank()
    applied(booked(debit(owed, file_id, reference="R100")))
    applied(booked(credit(owed, file_id, day=RETURNED_ON, reference="R200")))
    [task] = tasks_in("payments", by=FINANCE).body["items"]
    assert decide(task["taskId"], {"decision": "approve"}, by=FINANCE).status == 200
    return file_id


def told_without_a_file(owed: Payable) -> bytes:
    """The rows of the first attempt as a statement tells them: with the end-to-end id alone."""
    old = [debit(owed, reference="R100"), credit(owed, day=RETURNED_ON, reference="R200")]
    return booked(*old, family=STATEMENT)


def test_rows_of_an_earlier_attempt_touch_no_later_one(to: Owing) -> None:
    owed = to.owes()
    first = paid_and_returned(owed)
    second = with_the_bank()
    assert id_of(owed, second) == f"{id_of(owed, first)}-2"
    again = applied(told_without_a_file(owed))
    assert did(again) == [("repeated", "none", None)] * 2
    assert {row["fileId"] for row in again["items"]} == {first}
    assert found(owed).status == "sent"
    real = applied(booked(debit(owed, second, day="2026-03-09", reference="R300")))
    assert (did(real), found(owed).status) == ([("applied", "paid", None)], "paid")
    assert (
        did(applied(told_without_a_file(owed).replace(b"BANK-2", b"BANK-3")))
        == [("repeated", "none", None)] * 2
    )
    assert (found(owed).status, asked()) == ("paid", [])


def test_a_reference_that_is_known_counts_whatever_file_and_id_the_row_names(to: Owing) -> None:
    owed = to.owes()
    paid_and_returned(owed)
    second = with_the_bank()
    old = applied(booked(debit(owed, second, reference="R100")))
    assert (did(old), found(owed).status) == ([("repeated", "none", None)], "sent")


def test_a_row_with_the_id_of_one_attempt_and_the_file_of_another_is_about_neither(to: Owing) -> None:
    owed = to.owes()
    first = paid_and_returned(owed)
    second = with_the_bank()
    mixed = debit(owed, second, reference="R9").replace(as_bank_id(second), as_bank_id(first))
    assert did(applied(booked(mixed))) == [("unmatched", "none", "not-in-that-file")]
    assert found(owed).status == "sent"


def test_files_of_before_with_one_id_for_all_attempts_are_read_by_their_references(to: Owing) -> None:
    owed = to.owes()
    paid_and_returned(owed)
    second = with_the_bank()
    key = line_key(owed.payer, second, owed.payable_id)
    tables.commit([Update(tables.settings.money_table, *key, set={"attempt": 1})])
    assert did(applied(told_without_a_file(owed))) == [("repeated", "none", None)] * 2
    assert found(owed).status == "sent"


def test_a_second_debit_on_the_same_day_is_a_task_and_told_again_it_is_none(to: Owing) -> None:
    owed = to.owes()
    file_id = with_the_bank()
    rows = [debit(owed, file_id, reference="REFAAA1"), debit(owed, file_id, reference="REFAAA2")]
    once = applied(booked(*rows))
    assert did(once) == [("applied", "paid", None), ("differs", "none", "debited-again")]
    assert asked() == ["payment-differs"]
    told_again = applied(booked(*rows, family=STATEMENT))
    assert did(told_again) == [("repeated", "none", None)] * 2
    assert (asked(), found(owed).status) == (["payment-differs"], "paid")


@pytest.mark.parametrize("references", [("", ""), ("<TxId>X1</TxId>", "<TxId>X2</TxId>")])
def test_two_transfers_of_one_entry_are_two_debits(to: Owing, references: tuple[str, str]) -> None:
    owed = to.owes()
    file_id = with_the_bank()
    amount = amount_of(owed)
    parts = [
        reports.details(id_of(owed), amount, message_id=as_bank_id(file_id)).replace(
            "<Refs>", f"<Refs>{each}"
        )
        for each in references
    ]
    ore = 2 * int(amount.replace(".", ""))
    whole = reports.entry(reports.listed(*parts), f"{ore // 100}.{ore % 100:02d}")
    report = applied(booked(whole))
    assert did(report) == [("applied", "paid", None), ("differs", "none", "debited-again")]
    assert did(applied(booked(whole, family=STATEMENT))) == [("repeated", "none", None)] * 2
    assert asked() == ["payment-differs"]


def test_a_debit_on_the_day_of_the_return_is_one_more(to: Owing) -> None:
    owed = to.owes()
    file_id = with_the_bank()
    applied(booked(debit(owed, file_id, reference="E5")))
    applied(booked(credit(owed, file_id, reference="E7")))
    late = applied(booked(debit(owed, file_id, reference="E13")))
    assert did(late) == [("differs", "none", "debited-again")]
    more = applied(booked(credit(owed, file_id, reference="E14")))
    assert did(more) == [("differs", "none", "returned-again")]


def test_the_first_debit_after_a_status_is_known_and_the_second_is_a_task(to: Owing) -> None:
    owed = to.owes()
    file_id = with_the_bank()
    applied(status_of(file_id, {id_of(owed): "ACSC"}))
    rows = [debit(owed, file_id, reference="E1"), debit(owed, file_id, reference="E2")]
    assert did(applied(booked(*rows))) == [("repeated", "none", None), ("differs", "none", "debited-again")]


def test_an_answer_to_a_message_that_we_never_send_changes_nothing_and_is_a_task(to: Owing) -> None:
    owed = to.owes()
    rejected = status_of(with_the_bank(), {id_of(owed): "RJCT"}, "<GrpSts>RJCT</GrpSts>")
    report = applied(rejected.replace(b"pain.001.001.09", b"pain.008.001.08"))
    assert did(report) == [("unmatched", "none", "file-unknown")] * 2
    assert (asked(), found(owed).status) == (["bank-rows-unmatched"], "sent")
