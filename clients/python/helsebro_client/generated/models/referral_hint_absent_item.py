from typing import Literal

ReferralHintAbsentItem = Literal["anamnesis", "objective-findings", "social", "told-to-patient"]

REFERRAL_HINT_ABSENT_ITEM_VALUES: set[ReferralHintAbsentItem] = {
    "anamnesis",
    "objective-findings",
    "social",
    "told-to-patient",
}


def check_referral_hint_absent_item(value: str) -> ReferralHintAbsentItem:
    if value in REFERRAL_HINT_ABSENT_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REFERRAL_HINT_ABSENT_ITEM_VALUES!r}")
