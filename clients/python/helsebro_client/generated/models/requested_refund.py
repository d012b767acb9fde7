from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.requested_refund_status import (
    RequestedRefundStatus,
    check_requested_refund_status,
)

T = TypeVar("T", bound="RequestedRefund")


@_attrs_define
class RequestedRefund:
    """A refund that was just asked for.

    Attributes:
        refund_id (str): The id of the refund.
        status (RequestedRefundStatus): Where the refund stands.
    """

    refund_id: str
    status: RequestedRefundStatus
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        refund_id = self.refund_id

        status: str = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "refundId": refund_id,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        refund_id = d.pop("refundId")

        status = check_requested_refund_status(d.pop("status"))

        requested_refund = cls(
            refund_id=refund_id,
            status=status,
        )

        requested_refund.additional_properties = d
        return requested_refund

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
