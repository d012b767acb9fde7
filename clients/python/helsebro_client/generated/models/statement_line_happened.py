from typing import Literal

StatementLineHappened = Literal["credited", "paid", "rejected", "returned", "written-off"]

STATEMENT_LINE_HAPPENED_VALUES: set[StatementLineHappened] = {
    "credited",
    "paid",
    "rejected",
    "returned",
    "written-off",
}


def check_statement_line_happened(value: str) -> StatementLineHappened:
    if value in STATEMENT_LINE_HAPPENED_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STATEMENT_LINE_HAPPENED_VALUES!r}")
