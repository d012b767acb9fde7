from typing import Literal

BankReportRowSaid = Literal["accepted", "other", "paid", "pending", "rejected", "returned"]

BANK_REPORT_ROW_SAID_VALUES: set[BankReportRowSaid] = {
    "accepted",
    "other",
    "paid",
    "pending",
    "rejected",
    "returned",
}


def check_bank_report_row_said(value: str) -> BankReportRowSaid:
    if value in BANK_REPORT_ROW_SAID_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BANK_REPORT_ROW_SAID_VALUES!r}")
