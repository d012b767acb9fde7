from typing import Literal

ClientContactedBy = Literal["phone", "sms"]

CLIENT_CONTACTED_BY_VALUES: set[ClientContactedBy] = {
    "phone",
    "sms",
}


def check_client_contacted_by(value: str) -> ClientContactedBy:
    if value in CLIENT_CONTACTED_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLIENT_CONTACTED_BY_VALUES!r}")
