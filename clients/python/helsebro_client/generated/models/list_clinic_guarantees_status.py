from typing import Literal

ListClinicGuaranteesStatus = Literal["active", "expired", "revoked", "used"]

LIST_CLINIC_GUARANTEES_STATUS_VALUES: set[ListClinicGuaranteesStatus] = {
    "active",
    "expired",
    "revoked",
    "used",
}


def check_list_clinic_guarantees_status(value: str) -> ListClinicGuaranteesStatus:
    if value in LIST_CLINIC_GUARANTEES_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_CLINIC_GUARANTEES_STATUS_VALUES!r}")
