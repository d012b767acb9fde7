from typing import Literal

CaseFactCurrency = Literal["DKK", "NOK"]

CASE_FACT_CURRENCY_VALUES: set[CaseFactCurrency] = {
    "DKK",
    "NOK",
}


def check_case_fact_currency(value: str) -> CaseFactCurrency:
    if value in CASE_FACT_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CASE_FACT_CURRENCY_VALUES!r}")
