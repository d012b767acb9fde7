from typing import Literal

InvoicePayableStatus = Literal["approved", "credited", "drafted", "paid", "released", "returned", "sent"]

INVOICE_PAYABLE_STATUS_VALUES: set[InvoicePayableStatus] = {
    "approved",
    "credited",
    "drafted",
    "paid",
    "released",
    "returned",
    "sent",
}


def check_invoice_payable_status(value: str) -> InvoicePayableStatus:
    if value in INVOICE_PAYABLE_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INVOICE_PAYABLE_STATUS_VALUES!r}")
