from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.requested_extension_status import (
    RequestedExtensionStatus,
    check_requested_extension_status,
)

T = TypeVar("T", bound="RequestedExtension")


@_attrs_define
class RequestedExtension:
    """An extension that was just asked for.

    Attributes:
        extension_id (str): The id of the extension.
        status (RequestedExtensionStatus): Where the extension stands.
    """

    extension_id: str
    status: RequestedExtensionStatus
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        extension_id = self.extension_id

        status: str = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "extensionId": extension_id,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        extension_id = d.pop("extensionId")

        status = check_requested_extension_status(d.pop("status"))

        requested_extension = cls(
            extension_id=extension_id,
            status=status,
        )

        requested_extension.additional_properties = d
        return requested_extension

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
