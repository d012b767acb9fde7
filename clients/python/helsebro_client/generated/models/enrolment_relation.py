from typing import Literal

EnrolmentRelation = Literal["child", "employee", "spouse"]

ENROLMENT_RELATION_VALUES: set[EnrolmentRelation] = {
    "child",
    "employee",
    "spouse",
}


def check_enrolment_relation(value: str) -> EnrolmentRelation:
    if value in ENROLMENT_RELATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ENROLMENT_RELATION_VALUES!r}")
