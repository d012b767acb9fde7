from typing import Literal

ListConsentTextsKind = Literal["case", "clinic", "general", "network-contact"]

LIST_CONSENT_TEXTS_KIND_VALUES: set[ListConsentTextsKind] = {
    "case",
    "clinic",
    "general",
    "network-contact",
}


def check_list_consent_texts_kind(value: str) -> ListConsentTextsKind:
    if value in LIST_CONSENT_TEXTS_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_CONSENT_TEXTS_KIND_VALUES!r}")
