from typing import Literal

ListedInvoiceKind = Literal["credit-note", "invoice"]

LISTED_INVOICE_KIND_VALUES: set[ListedInvoiceKind] = {
    "credit-note",
    "invoice",
}


def check_listed_invoice_kind(value: str) -> ListedInvoiceKind:
    if value in LISTED_INVOICE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LISTED_INVOICE_KIND_VALUES!r}")
