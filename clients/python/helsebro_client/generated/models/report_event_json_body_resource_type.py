from typing import Literal

ReportEventJsonBodyResourceType = Literal["Appointment", "Bundle", "PractitionerRole"]

REPORT_EVENT_JSON_BODY_RESOURCE_TYPE_VALUES: set[ReportEventJsonBodyResourceType] = {
    "Appointment",
    "Bundle",
    "PractitionerRole",
}


def check_report_event_json_body_resource_type(value: str) -> ReportEventJsonBodyResourceType:
    if value in REPORT_EVENT_JSON_BODY_RESOURCE_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {REPORT_EVENT_JSON_BODY_RESOURCE_TYPE_VALUES!r}"
    )
