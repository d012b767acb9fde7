from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.match_decline_reason import MatchDeclineReason, check_match_decline_reason
from ..types import UNSET, Unset

T = TypeVar("T", bound="MatchDecline")


@_attrs_define
class MatchDecline:
    """Why the clinic declines the client.

    Attributes:
        reason (MatchDeclineReason): The reason.
        text (None | str | Unset): More about it. Only the payer's staff read it.
    """

    reason: MatchDeclineReason
    text: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        reason: str = self.reason

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = check_match_decline_reason(d.pop("reason"))

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        match_decline = cls(
            reason=reason,
            text=text,
        )

        return match_decline
