from typing import Literal

MandateRevokedByType0 = Literal["guardian", "member"]

MANDATE_REVOKED_BY_TYPE_0_VALUES: set[MandateRevokedByType0] = {
    "guardian",
    "member",
}


def check_mandate_revoked_by_type_0(value: str) -> MandateRevokedByType0:
    if value in MANDATE_REVOKED_BY_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MANDATE_REVOKED_BY_TYPE_0_VALUES!r}")
