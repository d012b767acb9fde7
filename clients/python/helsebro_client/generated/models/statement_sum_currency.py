from typing import Literal

StatementSumCurrency = Literal["DKK", "NOK"]

STATEMENT_SUM_CURRENCY_VALUES: set[StatementSumCurrency] = {
    "DKK",
    "NOK",
}


def check_statement_sum_currency(value: str) -> StatementSumCurrency:
    if value in STATEMENT_SUM_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STATEMENT_SUM_CURRENCY_VALUES!r}")
