from typing import Literal

PolicyholderContactPhoneState = Literal["bounced", "complained", "ok"]

POLICYHOLDER_CONTACT_PHONE_STATE_VALUES: set[PolicyholderContactPhoneState] = {
    "bounced",
    "complained",
    "ok",
}


def check_policyholder_contact_phone_state(value: str) -> PolicyholderContactPhoneState:
    if value in POLICYHOLDER_CONTACT_PHONE_STATE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {POLICYHOLDER_CONTACT_PHONE_STATE_VALUES!r}"
    )
