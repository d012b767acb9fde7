from typing import Literal

BankReportRowPageKind = Literal["notification", "statement", "status", "stripe"]

BANK_REPORT_ROW_PAGE_KIND_VALUES: set[BankReportRowPageKind] = {
    "notification",
    "statement",
    "status",
    "stripe",
}


def check_bank_report_row_page_kind(value: str) -> BankReportRowPageKind:
    if value in BANK_REPORT_ROW_PAGE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BANK_REPORT_ROW_PAGE_KIND_VALUES!r}")
