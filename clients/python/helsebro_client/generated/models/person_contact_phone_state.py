from typing import Literal

PersonContactPhoneState = Literal["bounced", "complained", "ok"]

PERSON_CONTACT_PHONE_STATE_VALUES: set[PersonContactPhoneState] = {
    "bounced",
    "complained",
    "ok",
}


def check_person_contact_phone_state(value: str) -> PersonContactPhoneState:
    if value in PERSON_CONTACT_PHONE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PERSON_CONTACT_PHONE_STATE_VALUES!r}")
