from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.reschedule_reason_type_0 import (
    RescheduleReasonType0,
    check_reschedule_reason_type_0,
)
from ..models.reschedule_service_type_0 import (
    RescheduleServiceType0,
    check_reschedule_service_type_0,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="Reschedule")


@_attrs_define
class Reschedule:
    """The slot to move a booking to.

    Attributes:
        slot_id (str): The id of the slot.
        reason (None | RescheduleReasonType0 | Unset): Why, as far as the member says it. The clinic may read it.
        service (None | RescheduleServiceType0 | Unset): The kind of session; the one of the booking when it is absent.
    """

    slot_id: str
    reason: None | RescheduleReasonType0 | Unset = UNSET
    service: None | RescheduleServiceType0 | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        slot_id = self.slot_id

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        elif isinstance(self.reason, str):
            reason = self.reason
        else:
            reason = self.reason

        service: None | str | Unset
        if isinstance(self.service, Unset):
            service = UNSET
        elif isinstance(self.service, str):
            service = self.service
        else:
            service = self.service

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "slotId": slot_id,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason
        if service is not UNSET:
            field_dict["service"] = service

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        slot_id = d.pop("slotId")

        def _parse_reason(data: object) -> None | RescheduleReasonType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = check_reschedule_reason_type_0(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RescheduleReasonType0 | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        def _parse_service(data: object) -> None | RescheduleServiceType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                service_type_0 = check_reschedule_service_type_0(data)

                return service_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RescheduleServiceType0 | Unset, data)

        service = _parse_service(d.pop("service", UNSET))

        reschedule = cls(
            slot_id=slot_id,
            reason=reason,
            service=service,
        )

        return reschedule
