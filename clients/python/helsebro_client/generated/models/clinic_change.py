from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.clinic_change_by import ClinicChangeBy, check_clinic_change_by
from ..models.clinic_change_type import ClinicChangeType, check_clinic_change_type
from ..types import UNSET, Unset

T = TypeVar("T", bound="ClinicChange")


@_attrs_define
class ClinicChange:
    """What the clinic changed: the names of the fields, without what they held.

    Attributes:
        at (datetime.datetime): When it was changed.
        by (ClinicChangeBy): Who changed it: the clinic's system, its signatory, or one of its practitioners.
        fields (list[str]): The fields that changed; for a new practitioner those that were given, and none for one who
            left.
        type_ (ClinicChangeType): What was changed.
        verified_again (list[str]): Those of the fields that are verified again.
        practitioner_id (str | Unset): The practitioner; absent for the clinic itself.
        practitioner_key (str | Unset): The clinic's own key of the practitioner, if any.
    """

    at: datetime.datetime
    by: ClinicChangeBy
    fields: list[str]
    type_: ClinicChangeType
    verified_again: list[str]
    practitioner_id: str | Unset = UNSET
    practitioner_key: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        by: str = self.by

        fields = self.fields

        type_: str = self.type_

        verified_again = self.verified_again

        practitioner_id = self.practitioner_id

        practitioner_key = self.practitioner_key

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "by": by,
                "fields": fields,
                "type": type_,
                "verifiedAgain": verified_again,
            }
        )
        if practitioner_id is not UNSET:
            field_dict["practitionerId"] = practitioner_id
        if practitioner_key is not UNSET:
            field_dict["practitionerKey"] = practitioner_key

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        by = check_clinic_change_by(d.pop("by"))

        fields = cast(list[str], d.pop("fields"))

        type_ = check_clinic_change_type(d.pop("type"))

        verified_again = cast(list[str], d.pop("verifiedAgain"))

        practitioner_id = d.pop("practitionerId", UNSET)

        practitioner_key = d.pop("practitionerKey", UNSET)

        clinic_change = cls(
            at=at,
            by=by,
            fields=fields,
            type_=type_,
            verified_again=verified_again,
            practitioner_id=practitioner_id,
            practitioner_key=practitioner_key,
        )

        clinic_change.additional_properties = d
        return clinic_change

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
