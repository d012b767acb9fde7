from typing import Literal

DeclarationLanguage = Literal["da", "en", "nb"]

DECLARATION_LANGUAGE_VALUES: set[DeclarationLanguage] = {
    "da",
    "en",
    "nb",
}


def check_declaration_language(value: str) -> DeclarationLanguage:
    if value in DECLARATION_LANGUAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECLARATION_LANGUAGE_VALUES!r}")
