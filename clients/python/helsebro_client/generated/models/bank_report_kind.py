from typing import Literal

BankReportKind = Literal["notification", "statement", "status", "stripe"]

BANK_REPORT_KIND_VALUES: set[BankReportKind] = {
    "notification",
    "statement",
    "status",
    "stripe",
}


def check_bank_report_kind(value: str) -> BankReportKind:
    if value in BANK_REPORT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BANK_REPORT_KIND_VALUES!r}")
