from typing import Literal

NoticeKind = Literal[
    "agreed",
    "cancellation",
    "claim-cancellation",
    "claim-change",
    "conditions",
    "fee",
    "not-accepted",
    "price",
    "small-price",
    "withdrawn",
]

NOTICE_KIND_VALUES: set[NoticeKind] = {
    "agreed",
    "cancellation",
    "claim-cancellation",
    "claim-change",
    "conditions",
    "fee",
    "not-accepted",
    "price",
    "small-price",
    "withdrawn",
}


def check_notice_kind(value: str) -> NoticeKind:
    if value in NOTICE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTICE_KIND_VALUES!r}")
