from typing import Literal

PolicyInsuredRelation = Literal["child", "employee", "spouse"]

POLICY_INSURED_RELATION_VALUES: set[PolicyInsuredRelation] = {
    "child",
    "employee",
    "spouse",
}


def check_policy_insured_relation(value: str) -> PolicyInsuredRelation:
    if value in POLICY_INSURED_RELATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {POLICY_INSURED_RELATION_VALUES!r}")
