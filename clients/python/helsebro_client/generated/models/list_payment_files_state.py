from typing import Literal

ListPaymentFilesState = Literal[
    "cancelled", "cancelling", "drafted", "drafting", "released", "sent", "settled"
]

LIST_PAYMENT_FILES_STATE_VALUES: set[ListPaymentFilesState] = {
    "cancelled",
    "cancelling",
    "drafted",
    "drafting",
    "released",
    "sent",
    "settled",
}


def check_list_payment_files_state(value: str) -> ListPaymentFilesState:
    if value in LIST_PAYMENT_FILES_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_PAYMENT_FILES_STATE_VALUES!r}")
