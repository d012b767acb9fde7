from typing import Literal

OwnContactPhoneState = Literal["bounced", "complained", "ok"]

OWN_CONTACT_PHONE_STATE_VALUES: set[OwnContactPhoneState] = {
    "bounced",
    "complained",
    "ok",
}


def check_own_contact_phone_state(value: str) -> OwnContactPhoneState:
    if value in OWN_CONTACT_PHONE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OWN_CONTACT_PHONE_STATE_VALUES!r}")
