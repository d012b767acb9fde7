from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewMessage")


@_attrs_define
class NewMessage:
    """A message in a case.

    Attributes:
        answers_question (bool | None | Unset): Whether it is meant as the answer to the open question of the case.
            False for words about something else; true is refused when there is no question that the caller can answer.
            Absent: it is the answer if there is such a question.
        canned_answer (None | str | Unset): In place of `text`: one of the payer's canned answers. Staff only.
        document_ids (list[str] | Unset): Accepted documents of the case that go with it. You can see each of them.
        text (None | str | Unset): What is written.
    """

    answers_question: bool | None | Unset = UNSET
    canned_answer: None | str | Unset = UNSET
    document_ids: list[str] | Unset = UNSET
    text: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        answers_question: bool | None | Unset
        if isinstance(self.answers_question, Unset):
            answers_question = UNSET
        else:
            answers_question = self.answers_question

        canned_answer: None | str | Unset
        if isinstance(self.canned_answer, Unset):
            canned_answer = UNSET
        else:
            canned_answer = self.canned_answer

        document_ids: list[str] | Unset = UNSET
        if not isinstance(self.document_ids, Unset):
            document_ids = self.document_ids

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if answers_question is not UNSET:
            field_dict["answersQuestion"] = answers_question
        if canned_answer is not UNSET:
            field_dict["cannedAnswer"] = canned_answer
        if document_ids is not UNSET:
            field_dict["documentIds"] = document_ids
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_answers_question(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        answers_question = _parse_answers_question(d.pop("answersQuestion", UNSET))

        def _parse_canned_answer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        canned_answer = _parse_canned_answer(d.pop("cannedAnswer", UNSET))

        document_ids = cast(list[str], d.pop("documentIds", UNSET))

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        new_message = cls(
            answers_question=answers_question,
            canned_answer=canned_answer,
            document_ids=document_ids,
            text=text,
        )

        return new_message
