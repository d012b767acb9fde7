from typing import Literal

ResendChannelType0 = Literal["digital-post", "email", "letter", "sms"]

RESEND_CHANNEL_TYPE_0_VALUES: set[ResendChannelType0] = {
    "digital-post",
    "email",
    "letter",
    "sms",
}


def check_resend_channel_type_0(value: str) -> ResendChannelType0:
    if value in RESEND_CHANNEL_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESEND_CHANNEL_TYPE_0_VALUES!r}")
