from typing import Literal

DifferenceKind = Literal[
    "account-below-zero",
    "benefits-differ",
    "cause-without-entry",
    "clinic-granted-below-invoiced",
    "clinic-spent-below-paid",
    "entry-changed",
    "entry-without-cause",
    "granted-below-invoiced",
    "granted-differs",
    "payable-differs",
    "policy-granted-below-invoiced",
    "policy-spent-below-paid",
    "reserved-differs",
    "session-paid-twice",
]

DIFFERENCE_KIND_VALUES: set[DifferenceKind] = {
    "account-below-zero",
    "benefits-differ",
    "cause-without-entry",
    "clinic-granted-below-invoiced",
    "clinic-spent-below-paid",
    "entry-changed",
    "entry-without-cause",
    "granted-below-invoiced",
    "granted-differs",
    "payable-differs",
    "policy-granted-below-invoiced",
    "policy-spent-below-paid",
    "reserved-differs",
    "session-paid-twice",
}


def check_difference_kind(value: str) -> DifferenceKind:
    if value in DIFFERENCE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DIFFERENCE_KIND_VALUES!r}")
