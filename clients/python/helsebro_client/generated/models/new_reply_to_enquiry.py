from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewReplyToEnquiry")


@_attrs_define
class NewReplyToEnquiry:
    """The staff's message in an enquiry.

    Attributes:
        canned_answer (None | str | Unset): In place of `text`: one of the payer's canned answers. Staff only.
        text (None | str | Unset): What is written.
    """

    canned_answer: None | str | Unset = UNSET
    text: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        canned_answer: None | str | Unset
        if isinstance(self.canned_answer, Unset):
            canned_answer = UNSET
        else:
            canned_answer = self.canned_answer

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if canned_answer is not UNSET:
            field_dict["cannedAnswer"] = canned_answer
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_canned_answer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        canned_answer = _parse_canned_answer(d.pop("cannedAnswer", UNSET))

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        new_reply_to_enquiry = cls(
            canned_answer=canned_answer,
            text=text,
        )

        return new_reply_to_enquiry
