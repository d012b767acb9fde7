from typing import Literal

ExtensionSentBy = Literal["caseworker", "guardian", "holder", "member"]

EXTENSION_SENT_BY_VALUES: set[ExtensionSentBy] = {
    "caseworker",
    "guardian",
    "holder",
    "member",
}


def check_extension_sent_by(value: str) -> ExtensionSentBy:
    if value in EXTENSION_SENT_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EXTENSION_SENT_BY_VALUES!r}")
