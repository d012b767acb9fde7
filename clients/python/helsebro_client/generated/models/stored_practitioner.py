from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="StoredPractitioner")


@_attrs_define
class StoredPractitioner:
    """The ids of a practitioner that was stored.

    Attributes:
        clinic_id (str): The id of the clinic.
        key (str): The clinic's own key of the practitioner.
        practitioner_id (str): The id of the practitioner.
    """

    clinic_id: str
    key: str
    practitioner_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clinic_id = self.clinic_id

        key = self.key

        practitioner_id = self.practitioner_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clinicId": clinic_id,
                "key": key,
                "practitionerId": practitioner_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clinic_id = d.pop("clinicId")

        key = d.pop("key")

        practitioner_id = d.pop("practitionerId")

        stored_practitioner = cls(
            clinic_id=clinic_id,
            key=key,
            practitioner_id=practitioner_id,
        )

        stored_practitioner.additional_properties = d
        return stored_practitioner

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
