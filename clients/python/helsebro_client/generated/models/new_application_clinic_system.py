from typing import Literal

NewApplicationClinicSystem = Literal["cliniccare-web", "compugroup", "other", "terapeutbooking"]

NEW_APPLICATION_CLINIC_SYSTEM_VALUES: set[NewApplicationClinicSystem] = {
    "cliniccare-web",
    "compugroup",
    "other",
    "terapeutbooking",
}


def check_new_application_clinic_system(value: str) -> NewApplicationClinicSystem:
    if value in NEW_APPLICATION_CLINIC_SYSTEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_APPLICATION_CLINIC_SYSTEM_VALUES!r}")
