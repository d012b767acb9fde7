from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.report_event_json_body_resource_type import (
    ReportEventJsonBodyResourceType,
    check_report_event_json_body_resource_type,
)

T = TypeVar("T", bound="ReportEventJsonBody")


@_attrs_define
class ReportEventJsonBody:
    """A resource of HL7 FHIR R4 (https://hl7.org/fhir/R4): a `Bundle` of `Slot`, an `Appointment` or a `PractitionerRole`.

    Attributes:
        resource_type (ReportEventJsonBodyResourceType): The kind of resource.
    """

    resource_type: ReportEventJsonBodyResourceType
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        resource_type: str = self.resource_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "resourceType": resource_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        resource_type = check_report_event_json_body_resource_type(d.pop("resourceType"))

        report_event_json_body = cls(
            resource_type=resource_type,
        )

        report_event_json_body.additional_properties = d
        return report_event_json_body

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
