from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ReadUpTo")


@_attrs_define
class ReadUpTo:
    """Up to where the caller's side has read.

    Attributes:
        message_id (str): The id of the last message that was read.
    """

    message_id: str

    def to_dict(self) -> dict[str, Any]:
        message_id = self.message_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "messageId": message_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        message_id = d.pop("messageId")

        read_up_to = cls(
            message_id=message_id,
        )

        return read_up_to
