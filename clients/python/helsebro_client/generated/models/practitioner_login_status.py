from typing import Literal

PractitionerLoginStatus = Literal["bound", "invited", "none"]

PRACTITIONER_LOGIN_STATUS_VALUES: set[PractitionerLoginStatus] = {
    "bound",
    "invited",
    "none",
}


def check_practitioner_login_status(value: str) -> PractitionerLoginStatus:
    if value in PRACTITIONER_LOGIN_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRACTITIONER_LOGIN_STATUS_VALUES!r}")
