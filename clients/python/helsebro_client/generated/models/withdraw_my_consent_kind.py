from typing import Literal

WithdrawMyConsentKind = Literal["general", "network-contact"]

WITHDRAW_MY_CONSENT_KIND_VALUES: set[WithdrawMyConsentKind] = {
    "general",
    "network-contact",
}


def check_withdraw_my_consent_kind(value: str) -> WithdrawMyConsentKind:
    if value in WITHDRAW_MY_CONSENT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WITHDRAW_MY_CONSENT_KIND_VALUES!r}")
