from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.practitioner_login_status import (
    PractitionerLoginStatus,
    check_practitioner_login_status,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="PractitionerLogin")


@_attrs_define
class PractitionerLogin:
    """Whether someone signs in as a practitioner. It names no person.

    Attributes:
        clinic_id (str): The id of the clinic.
        key (str): The clinic's own key of the practitioner.
        practitioner_id (str): The id of the practitioner.
        status (PractitionerLoginStatus): `bound`: a person signs in. `invited`: the invitation is not accepted yet.
        since (datetime.datetime | Unset): Since when the person signs in; absent otherwise.
        valid_until (datetime.datetime | Unset): Until when the invitation can be accepted; absent otherwise.
    """

    clinic_id: str
    key: str
    practitioner_id: str
    status: PractitionerLoginStatus
    since: datetime.datetime | Unset = UNSET
    valid_until: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clinic_id = self.clinic_id

        key = self.key

        practitioner_id = self.practitioner_id

        status: str = self.status

        since: str | Unset = UNSET
        if not isinstance(self.since, Unset):
            since = self.since.isoformat()

        valid_until: str | Unset = UNSET
        if not isinstance(self.valid_until, Unset):
            valid_until = self.valid_until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clinicId": clinic_id,
                "key": key,
                "practitionerId": practitioner_id,
                "status": status,
            }
        )
        if since is not UNSET:
            field_dict["since"] = since
        if valid_until is not UNSET:
            field_dict["validUntil"] = valid_until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clinic_id = d.pop("clinicId")

        key = d.pop("key")

        practitioner_id = d.pop("practitionerId")

        status = check_practitioner_login_status(d.pop("status"))

        _since = d.pop("since", UNSET)
        since: datetime.datetime | Unset
        if isinstance(_since, Unset):
            since = UNSET
        else:
            since = datetime.datetime.fromisoformat(_since)

        _valid_until = d.pop("validUntil", UNSET)
        valid_until: datetime.datetime | Unset
        if isinstance(_valid_until, Unset):
            valid_until = UNSET
        else:
            valid_until = datetime.datetime.fromisoformat(_valid_until)

        practitioner_login = cls(
            clinic_id=clinic_id,
            key=key,
            practitioner_id=practitioner_id,
            status=status,
            since=since,
            valid_until=valid_until,
        )

        practitioner_login.additional_properties = d
        return practitioner_login

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
