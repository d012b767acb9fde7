from typing import Literal

ListedInvoiceStatus = Literal["accepted", "in-review", "paid", "received", "rejected"]

LISTED_INVOICE_STATUS_VALUES: set[ListedInvoiceStatus] = {
    "accepted",
    "in-review",
    "paid",
    "received",
    "rejected",
}


def check_listed_invoice_status(value: str) -> ListedInvoiceStatus:
    if value in LISTED_INVOICE_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTED_INVOICE_STATUS_VALUES!r}")
