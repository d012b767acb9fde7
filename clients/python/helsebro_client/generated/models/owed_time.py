from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.owed_time_because import OwedTimeBecause, check_owed_time_because
from ..models.owed_time_service import OwedTimeService, check_owed_time_service
from ..types import UNSET, Unset

T = TypeVar("T", bound="OwedTime")


@_attrs_define
class OwedTime:
    """A time that the member pays the clinic for.

    Attributes:
        because (OwedTimeBecause): Whether it was moved or cancelled after its `lateFrom`, or missed.
        service (OwedTimeService): The kind of session: the first one of a course, a follow-up, or in crisis help the
            debriefing by phone.
        starts_at (datetime.datetime | Unset): When it was to start; absent where that was not kept.
    """

    because: OwedTimeBecause
    service: OwedTimeService
    starts_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        because: str = self.because

        service: str = self.service

        starts_at: str | Unset = UNSET
        if not isinstance(self.starts_at, Unset):
            starts_at = self.starts_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "because": because,
                "service": service,
            }
        )
        if starts_at is not UNSET:
            field_dict["startsAt"] = starts_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        because = check_owed_time_because(d.pop("because"))

        service = check_owed_time_service(d.pop("service"))

        _starts_at = d.pop("startsAt", UNSET)
        starts_at: datetime.datetime | Unset
        if isinstance(_starts_at, Unset):
            starts_at = UNSET
        else:
            starts_at = datetime.datetime.fromisoformat(_starts_at)

        owed_time = cls(
            because=because,
            service=service,
            starts_at=starts_at,
        )

        owed_time.additional_properties = d
        return owed_time

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
