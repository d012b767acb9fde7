from typing import Literal

FamilyMemberAccess = Literal["full", "mandate", "none"]

FAMILY_MEMBER_ACCESS_VALUES: set[FamilyMemberAccess] = {
    "full",
    "mandate",
    "none",
}


def check_family_member_access(value: str) -> FamilyMemberAccess:
    if value in FAMILY_MEMBER_ACCESS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FAMILY_MEMBER_ACCESS_VALUES!r}")
