from typing import Literal

PolicyholderContactEmailState = Literal["bounced", "complained", "ok"]

POLICYHOLDER_CONTACT_EMAIL_STATE_VALUES: set[PolicyholderContactEmailState] = {
    "bounced",
    "complained",
    "ok",
}


def check_policyholder_contact_email_state(value: str) -> PolicyholderContactEmailState:
    if value in POLICYHOLDER_CONTACT_EMAIL_STATE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {POLICYHOLDER_CONTACT_EMAIL_STATE_VALUES!r}"
    )
