from typing import Literal

MatchedClientLanguage = Literal["da", "en", "nb"]

MATCHED_CLIENT_LANGUAGE_VALUES: set[MatchedClientLanguage] = {
    "da",
    "en",
    "nb",
}


def check_matched_client_language(value: str) -> MatchedClientLanguage:
    if value in MATCHED_CLIENT_LANGUAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MATCHED_CLIENT_LANGUAGE_VALUES!r}")
