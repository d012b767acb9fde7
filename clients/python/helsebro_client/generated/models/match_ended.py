from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="MatchEnded")


@_attrs_define
class MatchEnded:
    """The guarantee whose client the clinic treats no longer: it declined, or staff chose another.

    Attributes:
        claim_id (str): The id of the claim.
        clinic_id (str): The id of the clinic.
        guarantee_id (str): The id of the guarantee.
        practitioner_id (str | Unset): The id of the practitioner.
    """

    claim_id: str
    clinic_id: str
    guarantee_id: str
    practitioner_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        claim_id = self.claim_id

        clinic_id = self.clinic_id

        guarantee_id = self.guarantee_id

        practitioner_id = self.practitioner_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "claimId": claim_id,
                "clinicId": clinic_id,
                "guaranteeId": guarantee_id,
            }
        )
        if practitioner_id is not UNSET:
            field_dict["practitionerId"] = practitioner_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        claim_id = d.pop("claimId")

        clinic_id = d.pop("clinicId")

        guarantee_id = d.pop("guaranteeId")

        practitioner_id = d.pop("practitionerId", UNSET)

        match_ended = cls(
            claim_id=claim_id,
            clinic_id=clinic_id,
            guarantee_id=guarantee_id,
            practitioner_id=practitioner_id,
        )

        match_ended.additional_properties = d
        return match_ended

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
