from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="GrantedSessions")


@_attrs_define
class GrantedSessions:
    """Sessions that staff granted, until a last day, at one clinic or at any.

    Attributes:
        sessions (int): How many sessions.
        clinic_id (str | Unset): The id of the clinic.
        per_session (Money | Unset): An amount of 0 or more, with at most two decimals.
        practitioner_id (str | Unset): The id of the practitioner.
        valid_until (datetime.date | Unset): The last day.
    """

    sessions: int
    clinic_id: str | Unset = UNSET
    per_session: Money | Unset = UNSET
    practitioner_id: str | Unset = UNSET
    valid_until: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sessions = self.sessions

        clinic_id = self.clinic_id

        per_session: dict[str, Any] | Unset = UNSET
        if not isinstance(self.per_session, Unset):
            per_session = self.per_session.to_dict()

        practitioner_id = self.practitioner_id

        valid_until: str | Unset = UNSET
        if not isinstance(self.valid_until, Unset):
            valid_until = self.valid_until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sessions": sessions,
            }
        )
        if clinic_id is not UNSET:
            field_dict["clinicId"] = clinic_id
        if per_session is not UNSET:
            field_dict["perSession"] = per_session
        if practitioner_id is not UNSET:
            field_dict["practitionerId"] = practitioner_id
        if valid_until is not UNSET:
            field_dict["validUntil"] = valid_until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        sessions = d.pop("sessions")

        clinic_id = d.pop("clinicId", UNSET)

        _per_session = d.pop("perSession", UNSET)
        per_session: Money | Unset
        if isinstance(_per_session, Unset):
            per_session = UNSET
        else:
            per_session = Money.from_dict(_per_session)

        practitioner_id = d.pop("practitionerId", UNSET)

        _valid_until = d.pop("validUntil", UNSET)
        valid_until: datetime.date | Unset
        if isinstance(_valid_until, Unset):
            valid_until = UNSET
        else:
            valid_until = datetime.date.fromisoformat(_valid_until)

        granted_sessions = cls(
            sessions=sessions,
            clinic_id=clinic_id,
            per_session=per_session,
            practitioner_id=practitioner_id,
            valid_until=valid_until,
        )

        granted_sessions.additional_properties = d
        return granted_sessions

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
