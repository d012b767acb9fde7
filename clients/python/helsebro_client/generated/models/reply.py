from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.reply_by import ReplyBy, check_reply_by
from ..types import UNSET, Unset

T = TypeVar("T", bound="Reply")


@_attrs_define
class Reply:
    """What the member answered to a question of the staff, in words, by facts or by a paper.

    Attributes:
        at (datetime.datetime): When it was answered.
        by (ReplyBy): The role of who answered.
        question (str): The question; of one that asked for facts only, the questions of the facts.
        text (str): The answer; empty when facts or a paper answer.
        document_id (str | Unset): The paper that answers, if one does.
    """

    at: datetime.datetime
    by: ReplyBy
    question: str
    text: str
    document_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        by: str = self.by

        question = self.question

        text = self.text

        document_id = self.document_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "by": by,
                "question": question,
                "text": text,
            }
        )
        if document_id is not UNSET:
            field_dict["documentId"] = document_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        by = check_reply_by(d.pop("by"))

        question = d.pop("question")

        text = d.pop("text")

        document_id = d.pop("documentId", UNSET)

        reply = cls(
            at=at,
            by=by,
            question=question,
            text=text,
            document_id=document_id,
        )

        reply.additional_properties = d
        return reply

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
