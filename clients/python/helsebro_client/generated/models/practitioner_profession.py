from typing import Literal

PractitionerProfession = Literal[
    "acupuncturist",
    "chiropractor",
    "craniosacral-therapist",
    "dentist",
    "dietitian",
    "doctor",
    "masseur",
    "naprapath",
    "naturopath",
    "nurse",
    "occupational-therapist",
    "osteopath",
    "physiotherapist",
    "podiatrist",
    "psychologist",
    "psychotherapist",
    "reflexologist",
]

PRACTITIONER_PROFESSION_VALUES: set[PractitionerProfession] = {
    "acupuncturist",
    "chiropractor",
    "craniosacral-therapist",
    "dentist",
    "dietitian",
    "doctor",
    "masseur",
    "naprapath",
    "naturopath",
    "nurse",
    "occupational-therapist",
    "osteopath",
    "physiotherapist",
    "podiatrist",
    "psychologist",
    "psychotherapist",
    "reflexologist",
}


def check_practitioner_profession(value: str) -> PractitionerProfession:
    if value in PRACTITIONER_PROFESSION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRACTITIONER_PROFESSION_VALUES!r}")
