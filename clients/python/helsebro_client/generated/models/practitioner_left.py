from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PractitionerLeft")


@_attrs_define
class PractitionerLeft:
    """A client's guarantee that is bound to a practitioner who left the clinic.

    Attributes:
        clinic_id (str): The id of the clinic.
        guarantee_id (str): The id of the guarantee.
        practitioner_id (str): The id of the practitioner.
        sessions_left (int): How many sessions were not held when they left.
    """

    clinic_id: str
    guarantee_id: str
    practitioner_id: str
    sessions_left: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clinic_id = self.clinic_id

        guarantee_id = self.guarantee_id

        practitioner_id = self.practitioner_id

        sessions_left = self.sessions_left

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clinicId": clinic_id,
                "guaranteeId": guarantee_id,
                "practitionerId": practitioner_id,
                "sessionsLeft": sessions_left,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clinic_id = d.pop("clinicId")

        guarantee_id = d.pop("guaranteeId")

        practitioner_id = d.pop("practitionerId")

        sessions_left = d.pop("sessionsLeft")

        practitioner_left = cls(
            clinic_id=clinic_id,
            guarantee_id=guarantee_id,
            practitioner_id=practitioner_id,
            sessions_left=sessions_left,
        )

        practitioner_left.additional_properties = d
        return practitioner_left

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
