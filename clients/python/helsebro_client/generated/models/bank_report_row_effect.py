from typing import Literal

BankReportRowEffect = Literal["none", "paid", "returned"]

BANK_REPORT_ROW_EFFECT_VALUES: set[BankReportRowEffect] = {
    "none",
    "paid",
    "returned",
}


def check_bank_report_row_effect(value: str) -> BankReportRowEffect:
    if value in BANK_REPORT_ROW_EFFECT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BANK_REPORT_ROW_EFFECT_VALUES!r}")
