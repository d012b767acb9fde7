from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Referral")


@_attrs_define
class Referral:
    """Who referred the client on, and where to.

    Attributes:
        guarantee_id (str): The id of the guarantee.
        clinic_id (str | Unset): The id of the clinic.
        clinic_name (str | Unset): The clinic's name.
        practitioner_id (str | Unset): The practitioner, if one is known.
        practitioner_name (str | Unset): The practitioner's name.
        to (str | Unset): What the clinic wrote, if anything; what it wrote later is behind a `;`.
    """

    guarantee_id: str
    clinic_id: str | Unset = UNSET
    clinic_name: str | Unset = UNSET
    practitioner_id: str | Unset = UNSET
    practitioner_name: str | Unset = UNSET
    to: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        guarantee_id = self.guarantee_id

        clinic_id = self.clinic_id

        clinic_name = self.clinic_name

        practitioner_id = self.practitioner_id

        practitioner_name = self.practitioner_name

        to = self.to

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "guaranteeId": guarantee_id,
            }
        )
        if clinic_id is not UNSET:
            field_dict["clinicId"] = clinic_id
        if clinic_name is not UNSET:
            field_dict["clinicName"] = clinic_name
        if practitioner_id is not UNSET:
            field_dict["practitionerId"] = practitioner_id
        if practitioner_name is not UNSET:
            field_dict["practitionerName"] = practitioner_name
        if to is not UNSET:
            field_dict["to"] = to

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        guarantee_id = d.pop("guaranteeId")

        clinic_id = d.pop("clinicId", UNSET)

        clinic_name = d.pop("clinicName", UNSET)

        practitioner_id = d.pop("practitionerId", UNSET)

        practitioner_name = d.pop("practitionerName", UNSET)

        to = d.pop("to", UNSET)

        referral = cls(
            guarantee_id=guarantee_id,
            clinic_id=clinic_id,
            clinic_name=clinic_name,
            practitioner_id=practitioner_id,
            practitioner_name=practitioner_name,
            to=to,
        )

        referral.additional_properties = d
        return referral

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
