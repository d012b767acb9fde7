from typing import Literal

PayerKind = Literal["insurer", "municipality", "organisation"]

PAYER_KIND_VALUES: set[PayerKind] = {
    "insurer",
    "municipality",
    "organisation",
}


def check_payer_kind(value: str) -> PayerKind:
    if value in PAYER_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYER_KIND_VALUES!r}")
