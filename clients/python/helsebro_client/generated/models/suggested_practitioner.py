from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.why import Why


T = TypeVar("T", bound="SuggestedPractitioner")


@_attrs_define
class SuggestedPractitioner:
    """A practitioner who may treat instead, as the search found them when the clinic declined.

    Attributes:
        clinic_id (str): The id of the clinic.
        clinic_name (str): The name of the clinic.
        name (str): The practitioner's name.
        practitioner_id (str): The id of the practitioner.
        why (Why): Why a search shows a practitioner at this place.
    """

    clinic_id: str
    clinic_name: str
    name: str
    practitioner_id: str
    why: Why
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clinic_id = self.clinic_id

        clinic_name = self.clinic_name

        name = self.name

        practitioner_id = self.practitioner_id

        why = self.why.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clinicId": clinic_id,
                "clinicName": clinic_name,
                "name": name,
                "practitionerId": practitioner_id,
                "why": why,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.why import Why  # noqa: PLC0415

        d = dict(src_dict)
        clinic_id = d.pop("clinicId")

        clinic_name = d.pop("clinicName")

        name = d.pop("name")

        practitioner_id = d.pop("practitionerId")

        why = Why.from_dict(d.pop("why"))

        suggested_practitioner = cls(
            clinic_id=clinic_id,
            clinic_name=clinic_name,
            name=name,
            practitioner_id=practitioner_id,
            why=why,
        )

        suggested_practitioner.additional_properties = d
        return suggested_practitioner

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
