from typing import Literal

OwnContactEmailState = Literal["bounced", "complained", "ok"]

OWN_CONTACT_EMAIL_STATE_VALUES: set[OwnContactEmailState] = {
    "bounced",
    "complained",
    "ok",
}


def check_own_contact_email_state(value: str) -> OwnContactEmailState:
    if value in OWN_CONTACT_EMAIL_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OWN_CONTACT_EMAIL_STATE_VALUES!r}")
