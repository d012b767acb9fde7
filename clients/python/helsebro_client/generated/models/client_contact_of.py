from typing import Literal

ClientContactOf = Literal["client", "guardian"]

CLIENT_CONTACT_OF_VALUES: set[ClientContactOf] = {
    "client",
    "guardian",
}


def check_client_contact_of(value: str) -> ClientContactOf:
    if value in CLIENT_CONTACT_OF_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLIENT_CONTACT_OF_VALUES!r}")
