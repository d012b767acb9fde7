from typing import Literal

NewNoticeKind = Literal[
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

NEW_NOTICE_KIND_VALUES: set[NewNoticeKind] = {
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


def check_new_notice_kind(value: str) -> NewNoticeKind:
    if value in NEW_NOTICE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_NOTICE_KIND_VALUES!r}")
