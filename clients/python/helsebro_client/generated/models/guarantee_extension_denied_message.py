from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.extension_denied import ExtensionDenied


T = TypeVar("T", bound="GuaranteeExtensionDeniedMessage")


@_attrs_define
class GuaranteeExtensionDeniedMessage:
    """The message of `guarantee.extension-denied`.

    Attributes:
        data (ExtensionDenied): The guarantee that stays as it is. `askedExtensions` of the guarantee holds what was
            asked for.
        timestamp (datetime.datetime): When it happened.
        type_ (Literal['guarantee.extension-denied']): The type of the event.
        sequence (int | Unset): The event's number in the clinic's feed. A test message has none.
    """

    data: ExtensionDenied
    timestamp: datetime.datetime
    type_: Literal["guarantee.extension-denied"]
    sequence: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        timestamp = self.timestamp.isoformat()

        type_ = self.type_

        sequence = self.sequence

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
                "timestamp": timestamp,
                "type": type_,
            }
        )
        if sequence is not UNSET:
            field_dict["sequence"] = sequence

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.extension_denied import ExtensionDenied  # noqa: PLC0415

        d = dict(src_dict)
        data = ExtensionDenied.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["guarantee.extension-denied"], d.pop("type"))
        if type_ != "guarantee.extension-denied":
            raise ValueError(f"type must match const 'guarantee.extension-denied', got '{type_}'")

        sequence = d.pop("sequence", UNSET)

        guarantee_extension_denied_message = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
            sequence=sequence,
        )

        guarantee_extension_denied_message.additional_properties = d
        return guarantee_extension_denied_message

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
