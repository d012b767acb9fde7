from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="BulkAnswers")


@_attrs_define
class BulkAnswers:
    """One answer to many.

    Attributes:
        subjects (list[str]): Claims, enquiries, or tasks of claims. A task that only asks to be done is closed in the
            same step; any other waits for its decision.
        canned_answer (None | str | Unset): In place of `text`: one of the payer's canned answers. Staff only.
        text (None | str | Unset): What is written.
    """

    subjects: list[str]
    canned_answer: None | str | Unset = UNSET
    text: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        subjects = self.subjects

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

        field_dict.update(
            {
                "subjects": subjects,
            }
        )
        if canned_answer is not UNSET:
            field_dict["cannedAnswer"] = canned_answer
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        subjects = cast(list[str], d.pop("subjects"))

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

        bulk_answers = cls(
            subjects=subjects,
            canned_answer=canned_answer,
            text=text,
        )

        return bulk_answers
