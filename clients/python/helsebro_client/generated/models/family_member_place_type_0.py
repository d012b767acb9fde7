from typing import Literal

FamilyMemberPlaceType0 = Literal["guardian", "proposed", "rejected"]

FAMILY_MEMBER_PLACE_TYPE_0_VALUES: set[FamilyMemberPlaceType0] = {
    "guardian",
    "proposed",
    "rejected",
}


def check_family_member_place_type_0(value: str) -> FamilyMemberPlaceType0:
    if value in FAMILY_MEMBER_PLACE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FAMILY_MEMBER_PLACE_TYPE_0_VALUES!r}")
