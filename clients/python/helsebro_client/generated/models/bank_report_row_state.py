from typing import Literal

BankReportRowState = Literal["applied", "differs", "repeated", "unmatched"]

BANK_REPORT_ROW_STATE_VALUES: set[BankReportRowState] = {
    "applied",
    "differs",
    "repeated",
    "unmatched",
}


def check_bank_report_row_state(value: str) -> BankReportRowState:
    if value in BANK_REPORT_ROW_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BANK_REPORT_ROW_STATE_VALUES!r}")
