from typing import Literal

PersonContactEmailState = Literal["bounced", "complained", "ok"]

PERSON_CONTACT_EMAIL_STATE_VALUES: set[PersonContactEmailState] = {
    "bounced",
    "complained",
    "ok",
}


def check_person_contact_email_state(value: str) -> PersonContactEmailState:
    if value in PERSON_CONTACT_EMAIL_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PERSON_CONTACT_EMAIL_STATE_VALUES!r}")
