from typing import Literal

ListOwnMandatesRole = Literal["giver", "holder"]

LIST_OWN_MANDATES_ROLE_VALUES: set[ListOwnMandatesRole] = {
    "giver",
    "holder",
}


def check_list_own_mandates_role(value: str) -> ListOwnMandatesRole:
    if value in LIST_OWN_MANDATES_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_OWN_MANDATES_ROLE_VALUES!r}")
