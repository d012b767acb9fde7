from typing import Literal

BankReportState = Literal["applied", "received"]

BANK_REPORT_STATE_VALUES: set[BankReportState] = {
    "applied",
    "received",
}


def check_bank_report_state(value: str) -> BankReportState:
    if value in BANK_REPORT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BANK_REPORT_STATE_VALUES!r}")
