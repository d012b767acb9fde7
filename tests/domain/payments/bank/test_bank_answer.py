from __future__ import annotations

from datetime import UTC, datetime

import pytest

from helsebro.payments.bank.bank_answer import AnswerScope, BankAnswer, BankSaid, narrowest
from helsebro.payments.bank.bank_report import BankReport
from tests.builders.bank.transfers import DANISH, DANISH_IBAN, NORWEGIAN


def answer(scope: AnswerScope, said: BankSaid, end_to_end_id: str | None = None) -> BankAnswer:
    return BankAnswer(said, scope, "/Document", "ACCP", end_to_end_id=end_to_end_id)


OF_FILE, OF_BATCH = answer("file", "accepted"), answer("batch", "pending")
PAID, BACK = answer("transfer", "paid", "pay-1"), answer("transfer", "returned", "PAY-1")


@pytest.mark.parametrize(
    "answers, found",
    [
        ([], []),
        ([OF_FILE], [OF_FILE]),
        ([OF_FILE, OF_BATCH], [OF_BATCH]),
        ([OF_FILE, OF_BATCH, PAID], [PAID]),
        ([PAID, BACK], [PAID, BACK]),
        ([OF_FILE, answer("transfer", "rejected", "pay-2")], [OF_FILE]),
    ],
)
def test_the_narrowest_answer_about_a_transfer_counts(
    answers: list[BankAnswer], found: list[BankAnswer]
) -> None:
    assert narrowest(answers, "pay-1") == found


def test_a_report_names_each_account_of_its_rows_once() -> None:
    rows = [
        BankAnswer("paid", "transfer", "/", "BOOK", account=each) for each in (DANISH, DANISH_IBAN, NORWEGIAN)
    ]
    report = BankReport("statement", "camt.053.001.02", "m", datetime(2026, 3, 2, tzinfo=UTC), tuple(rows))
    assert [account.canonical for account in report.accounts] == [DANISH.canonical, NORWEGIAN.canonical]


def test_no_account_and_no_words_of_a_bank_are_printed() -> None:
    printed = repr(BankAnswer("paid", "transfer", "/", "BOOK", words="Anna Holm", account=DANISH))
    assert "440116243" not in printed
    assert "Anna" not in printed
