from typing import Literal

MessageAnswersType0 = Literal["claim", "extension", "refund"]

MESSAGE_ANSWERS_TYPE_0_VALUES: set[MessageAnswersType0] = {
    "claim",
    "extension",
    "refund",
}


def check_message_answers_type_0(value: str) -> MessageAnswersType0:
    if value in MESSAGE_ANSWERS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MESSAGE_ANSWERS_TYPE_0_VALUES!r}")
