from typing import Literal

ListInsuredRelation = Literal["child", "employee", "spouse"]

LIST_INSURED_RELATION_VALUES: set[ListInsuredRelation] = {
    "child",
    "employee",
    "spouse",
}


def check_list_insured_relation(value: str) -> ListInsuredRelation:
    if value in LIST_INSURED_RELATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_INSURED_RELATION_VALUES!r}")
