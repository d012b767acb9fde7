from typing import Literal

BankReportRowWhy = Literal[
    "account-not-yours",
    "amount-differs",
    "debited-again",
    "file-not-with-the-bank",
    "file-unknown",
    "not-an-answer",
    "not-in-that-file",
    "not-ours",
    "paid-after-rejection",
    "paid-after-return",
    "reference-unknown",
    "rejected-after-paid",
    "returned-again",
    "returned-before-paid",
    "sum-differs",
]

BANK_REPORT_ROW_WHY_VALUES: set[BankReportRowWhy] = {
    "account-not-yours",
    "amount-differs",
    "debited-again",
    "file-not-with-the-bank",
    "file-unknown",
    "not-an-answer",
    "not-in-that-file",
    "not-ours",
    "paid-after-rejection",
    "paid-after-return",
    "reference-unknown",
    "rejected-after-paid",
    "returned-again",
    "returned-before-paid",
    "sum-differs",
}


def check_bank_report_row_why(value: str) -> BankReportRowWhy:
    if value in BANK_REPORT_ROW_WHY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BANK_REPORT_ROW_WHY_VALUES!r}")
