from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.resend_channel_type_0 import (
    ResendChannelType0,
    check_resend_channel_type_0,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="Resend")


@_attrs_define
class Resend:
    """How a notification is sent again.

    Attributes:
        channel (None | ResendChannelType0 | Unset): The channel; that of the first message when absent.
    """

    channel: None | ResendChannelType0 | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        channel: None | str | Unset
        if isinstance(self.channel, Unset):
            channel = UNSET
        elif isinstance(self.channel, str):
            channel = self.channel
        else:
            channel = self.channel

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if channel is not UNSET:
            field_dict["channel"] = channel

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_channel(data: object) -> None | ResendChannelType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                channel_type_0 = check_resend_channel_type_0(data)

                return channel_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResendChannelType0 | Unset, data)

        channel = _parse_channel(d.pop("channel", UNSET))

        resend = cls(
            channel=channel,
        )

        return resend
