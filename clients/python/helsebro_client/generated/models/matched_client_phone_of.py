from typing import Literal

MatchedClientPhoneOf = Literal["client", "guardian"]

MATCHED_CLIENT_PHONE_OF_VALUES: set[MatchedClientPhoneOf] = {
    "client",
    "guardian",
}


def check_matched_client_phone_of(value: str) -> MatchedClientPhoneOf:
    if value in MATCHED_CLIENT_PHONE_OF_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MATCHED_CLIENT_PHONE_OF_VALUES!r}")
