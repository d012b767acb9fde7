from typing import Literal

TreaterRelation = Literal["child", "none", "own-company", "parent", "self", "sibling", "spouse"]

TREATER_RELATION_VALUES: set[TreaterRelation] = {
    "child",
    "none",
    "own-company",
    "parent",
    "self",
    "sibling",
    "spouse",
}


def check_treater_relation(value: str) -> TreaterRelation:
    if value in TREATER_RELATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TREATER_RELATION_VALUES!r}")
