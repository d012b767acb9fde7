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
    from ..models.consent_withdrawn import ConsentWithdrawn


T = TypeVar("T", bound="ConsentWithdrawnMessage")


@_attrs_define
class ConsentWithdrawnMessage:
    """The message of `consent.withdrawn`.

    Attributes:
        data (ConsentWithdrawn): The case that the consent covers no longer: pass on nothing more about it.
        timestamp (datetime.datetime): When it happened.
        type_ (Literal['consent.withdrawn']): The type of the event.
        sequence (int | Unset): The event's number in the clinic's feed. A test message has none.
    """

    data: ConsentWithdrawn
    timestamp: datetime.datetime
    type_: Literal["consent.withdrawn"]
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
        from ..models.consent_withdrawn import ConsentWithdrawn  # noqa: PLC0415

        d = dict(src_dict)
        data = ConsentWithdrawn.from_dict(d.pop("data"))

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        type_ = cast(Literal["consent.withdrawn"], d.pop("type"))
        if type_ != "consent.withdrawn":
            raise ValueError(f"type must match const 'consent.withdrawn', got '{type_}'")

        sequence = d.pop("sequence", UNSET)

        consent_withdrawn_message = cls(
            data=data,
            timestamp=timestamp,
            type_=type_,
            sequence=sequence,
        )

        consent_withdrawn_message.additional_properties = d
        return consent_withdrawn_message

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
