from typing import Literal

OwnPolicyRelation = Literal["child", "employee", "spouse"]

OWN_POLICY_RELATION_VALUES: set[OwnPolicyRelation] = {
    "child",
    "employee",
    "spouse",
}


def check_own_policy_relation(value: str) -> OwnPolicyRelation:
    if value in OWN_POLICY_RELATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OWN_POLICY_RELATION_VALUES!r}")
