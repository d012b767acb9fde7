from typing import Literal

NewPayerKind = Literal["insurer", "municipality", "organisation"]

NEW_PAYER_KIND_VALUES: set[NewPayerKind] = {
    "insurer",
    "municipality",
    "organisation",
}


def check_new_payer_kind(value: str) -> NewPayerKind:
    if value in NEW_PAYER_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_PAYER_KIND_VALUES!r}")
