from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.withdrawn_slot_service_type_0 import (
    WithdrawnSlotServiceType0,
    check_withdrawn_slot_service_type_0,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="WithdrawnSlot")


@_attrs_define
class WithdrawnSlot:
    """A slot to withdraw: its key is enough; the other published fields may be repeated.

    Attributes:
        key (str): The clinic's own key of the slot.
        ends_at (datetime.datetime | None | Unset): When the session ends. Not read.
        service (None | Unset | WithdrawnSlotServiceType0): The kind of session. Not read.
        starts_at (datetime.datetime | None | Unset): When the session starts. Not read.
    """

    key: str
    ends_at: datetime.datetime | None | Unset = UNSET
    service: None | Unset | WithdrawnSlotServiceType0 = UNSET
    starts_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        ends_at: None | str | Unset
        if isinstance(self.ends_at, Unset):
            ends_at = UNSET
        elif isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        service: None | str | Unset
        if isinstance(self.service, Unset):
            service = UNSET
        elif isinstance(self.service, str):
            service = self.service
        else:
            service = self.service

        starts_at: None | str | Unset
        if isinstance(self.starts_at, Unset):
            starts_at = UNSET
        elif isinstance(self.starts_at, datetime.datetime):
            starts_at = self.starts_at.isoformat()
        else:
            starts_at = self.starts_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "key": key,
            }
        )
        if ends_at is not UNSET:
            field_dict["endsAt"] = ends_at
        if service is not UNSET:
            field_dict["service"] = service
        if starts_at is not UNSET:
            field_dict["startsAt"] = starts_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        key = d.pop("key")

        def _parse_ends_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        ends_at = _parse_ends_at(d.pop("endsAt", UNSET))

        def _parse_service(data: object) -> None | Unset | WithdrawnSlotServiceType0:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                service_type_0 = check_withdrawn_slot_service_type_0(data)

                return service_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | WithdrawnSlotServiceType0, data)

        service = _parse_service(d.pop("service", UNSET))

        def _parse_starts_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                starts_at_type_0 = datetime.datetime.fromisoformat(data)

                return starts_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        starts_at = _parse_starts_at(d.pop("startsAt", UNSET))

        withdrawn_slot = cls(
            key=key,
            ends_at=ends_at,
            service=service,
            starts_at=starts_at,
        )

        return withdrawn_slot
