from typing import Literal

BankReportRowPageState = Literal["applied", "received"]

BANK_REPORT_ROW_PAGE_STATE_VALUES: set[BankReportRowPageState] = {
    "applied",
    "received",
}


def check_bank_report_row_page_state(value: str) -> BankReportRowPageState:
    if value in BANK_REPORT_ROW_PAGE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BANK_REPORT_ROW_PAGE_STATE_VALUES!r}")
