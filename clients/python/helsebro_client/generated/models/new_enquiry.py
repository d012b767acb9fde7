from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewEnquiry")


@_attrs_define
class NewEnquiry:
    """A message before a case.

    Attributes:
        canned_answer (None | str | Unset): In place of `text`: one of the payer's canned answers. Staff only.
        payer (None | str | Unset): The payer to write to. Needed by a member whom several payers insure.
        text (None | str | Unset): What is written.
    """

    canned_answer: None | str | Unset = UNSET
    payer: None | str | Unset = UNSET
    text: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        canned_answer: None | str | Unset
        if isinstance(self.canned_answer, Unset):
            canned_answer = UNSET
        else:
            canned_answer = self.canned_answer

        payer: None | str | Unset
        if isinstance(self.payer, Unset):
            payer = UNSET
        else:
            payer = self.payer

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if canned_answer is not UNSET:
            field_dict["cannedAnswer"] = canned_answer
        if payer is not UNSET:
            field_dict["payer"] = payer
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

        def _parse_payer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        payer = _parse_payer(d.pop("payer", UNSET))

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        new_enquiry = cls(
            canned_answer=canned_answer,
            payer=payer,
            text=text,
        )

        return new_enquiry
