from typing import Literal

BankReportRowScope = Literal["batch", "file", "transfer"]

BANK_REPORT_ROW_SCOPE_VALUES: set[BankReportRowScope] = {
    "batch",
    "file",
    "transfer",
}


def check_bank_report_row_scope(value: str) -> BankReportRowScope:
    if value in BANK_REPORT_ROW_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BANK_REPORT_ROW_SCOPE_VALUES!r}")
