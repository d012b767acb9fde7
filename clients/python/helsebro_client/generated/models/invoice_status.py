from typing import Literal

InvoiceStatus = Literal["accepted", "in-review", "paid", "received", "rejected"]

INVOICE_STATUS_VALUES: set[InvoiceStatus] = {
    "accepted",
    "in-review",
    "paid",
    "received",
    "rejected",
}


def check_invoice_status(value: str) -> InvoiceStatus:
    if value in INVOICE_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INVOICE_STATUS_VALUES!r}")
