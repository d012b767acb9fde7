"""What finance reads of a row of a bank's report: in each language, of each kind, and different ones."""

from __future__ import annotations

import pytest

from helsebro.payments.bank.bank_answer import BankAnswer
from helsebro.payments.bank.bank_reason import reason_text
from helsebro.payments.reports.report_row import WHYS, RowState, Ruling, row_of
from helsebro_aws.payments.reports.report_view import in_words, row_shown
from tests.builders.payments.received_reports import report_of

LANGUAGES = ("da", "nb", "en")
APPLIED = (Ruling("applied"), Ruling("applied", "paid"), Ruling("applied", "returned"), Ruling("repeated"))
OF_A_STATE: dict[str, RowState] = {
    "not-ours": "unmatched",
    "reference-unknown": "unmatched",
    "account-not-yours": "unmatched",
    "file-unknown": "unmatched",
    "not-in-that-file": "unmatched",
    "not-an-answer": "unmatched",
}
"""Why a row is about no payment; what else is wrong with one differs from what is known."""
RULINGS = (*APPLIED, *(Ruling(OF_A_STATE.get(why, "differs"), why=why) for why in WHYS))


def text_of(ruling: Ruling, language: str) -> str:
    answer = BankAnswer("paid", "transfer", "/Document/BkToCstmrStmt/Stmt[1]/Ntry[1]", "BOOK")
    return str(row_shown(row_of(report_of("tryg").report_id, 1, answer, ruling), language)["text"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ruling", RULINGS, ids=str)
def test_every_row_is_told_in_whole_sentences(ruling: Ruling, language: str) -> None:
    text = text_of(ruling, language)
    assert text[0].isupper()
    assert text.endswith(".")
    assert "{" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_rows_that_mean_something_else_are_told_alike(language: str) -> None:
    told = [text_of(ruling, language) for ruling in RULINGS]
    assert len(set(told)) == len(RULINGS)


@pytest.mark.parametrize("ruling", RULINGS, ids=str)
def test_a_row_is_told_in_three_languages(ruling: Ruling) -> None:
    danish, norwegian, english = (text_of(ruling, language) for language in LANGUAGES)
    assert english not in (danish, norwegian)


@pytest.mark.parametrize(
    ("why", "language", "word"),
    [
        ("reference-unknown", "da", "reference"),
        ("reference-unknown", "nb", "referansen"),
        ("reference-unknown", "en", "reference"),
        ("amount-differs", "da", "Beløbet"),
        ("amount-differs", "nb", "Beløpet"),
        ("amount-differs", "en", "amount"),
    ],
)
def test_a_task_says_what_a_row_contradicts(why: str, language: str, word: str) -> None:
    assert word in in_words(why, "AC04", language)
    assert in_words(None, "AC04", language) == reason_text("AC04", language)
