from typing import Literal

ExtensionAskedBy = Literal["clinic", "member"]

EXTENSION_ASKED_BY_VALUES: set[ExtensionAskedBy] = {
    "clinic",
    "member",
}


def check_extension_asked_by(value: str) -> ExtensionAskedBy:
    if value in EXTENSION_ASKED_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EXTENSION_ASKED_BY_VALUES!r}")
