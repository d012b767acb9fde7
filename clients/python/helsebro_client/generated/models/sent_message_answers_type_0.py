from typing import Literal

SentMessageAnswersType0 = Literal["claim", "extension", "refund"]

SENT_MESSAGE_ANSWERS_TYPE_0_VALUES: set[SentMessageAnswersType0] = {
    "claim",
    "extension",
    "refund",
}


def check_sent_message_answers_type_0(value: str) -> SentMessageAnswersType0:
    if value in SENT_MESSAGE_ANSWERS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SENT_MESSAGE_ANSWERS_TYPE_0_VALUES!r}")
