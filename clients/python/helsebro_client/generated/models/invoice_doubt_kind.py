from typing import Literal

InvoiceDoubtKind = Literal["credit-note", "invoice"]

INVOICE_DOUBT_KIND_VALUES: set[InvoiceDoubtKind] = {
    "credit-note",
    "invoice",
}


def check_invoice_doubt_kind(value: str) -> InvoiceDoubtKind:
    if value in INVOICE_DOUBT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INVOICE_DOUBT_KIND_VALUES!r}")
