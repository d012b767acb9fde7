from typing import Literal

LedgerEntryKind = Literal[
    "approved",
    "credited",
    "grant-ended",
    "granted",
    "invoiced",
    "paid",
    "released",
    "reservation-ended",
    "reserved",
    "returned",
]

LEDGER_ENTRY_KIND_VALUES: set[LedgerEntryKind] = {
    "approved",
    "credited",
    "grant-ended",
    "granted",
    "invoiced",
    "paid",
    "released",
    "reservation-ended",
    "reserved",
    "returned",
}


def check_ledger_entry_kind(value: str) -> LedgerEntryKind:
    if value in LEDGER_ENTRY_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LEDGER_ENTRY_KIND_VALUES!r}")
