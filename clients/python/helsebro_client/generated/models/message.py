from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.message_answers_type_0 import (
    MessageAnswersType0,
    check_message_answers_type_0,
)
from ..models.message_asks_type_0 import MessageAsksType0, check_message_asks_type_0
from ..models.message_by import MessageBy, check_message_by
from ..models.message_kind import MessageKind, check_message_kind
from ..models.message_need import MessageNeed, check_message_need
from ..models.message_read_by_item import MessageReadByItem, check_message_read_by_item
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.acute_safety import AcuteSafety


T = TypeVar("T", bound="Message")


@_attrs_define
class Message:
    """A message of a thread, or a question of the staff, or an answer to one by facts or a paper.

    Attributes:
        answers (MessageAnswersType0 | None): Whose open question it answered: the claim's, a refund's or an
            extension's, whose clock goes on. Null when it answered none.
        asks (MessageAsksType0 | None): What a question is about: the claim, a refund or an extension. Else null.
        at (datetime.datetime): When it was written.
        by (MessageBy): Who wrote it. A `holder` holds a mandate in the case, `staff` the payer's.
        document_ids (list[str]): The papers that went with it.
        due_at (datetime.datetime | None): By when the staff answer it: within 24 hours, or by the end of the next
            weekday. Null when it waits for no answer.
        facts (list[str]): The facts that are asked for or answered, by path; else empty.
        kind (MessageKind): A `question` is what the staff asked about the claim, a refund or an extension. An `answer`
            is the reply to one: a message, facts or a paper.
        language (str): The language that the writer reads.
        message_id (None | str): The message; null for a question or an answer that was not written as one.
        read_by (list[MessageReadByItem]): Which sides have read it: the member's and the payer's.
        text (str): What was written; of facts, their questions or what was answered. Empty when a paper answers.
        writer_name (None | str): The name of who wrote it: the registered one of the member or the guardian, a holder's
            as in the mandate, and that of the health team for the staff. Null when it is not known, or not for the reader.
        need (MessageNeed | Unset): What its words suggest that cannot wait: `acute`, a doctor at once; `crisis`,
            someone to talk to. Absent for other words. Shown to the staff only.
        note (bool | Unset): True for a note among the staff, which no member sees.
        safety (AcuteSafety | Unset): What to do now, since what was stated or written cannot wait. Show it before all
            else.
        written_by (str | Unset): Which of the staff wrote it. Shown to the staff only.
    """

    answers: MessageAnswersType0 | None
    asks: MessageAsksType0 | None
    at: datetime.datetime
    by: MessageBy
    document_ids: list[str]
    due_at: datetime.datetime | None
    facts: list[str]
    kind: MessageKind
    language: str
    message_id: None | str
    read_by: list[MessageReadByItem]
    text: str
    writer_name: None | str
    need: MessageNeed | Unset = UNSET
    note: bool | Unset = UNSET
    safety: AcuteSafety | Unset = UNSET
    written_by: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        answers: None | str
        if isinstance(self.answers, str):
            answers = self.answers
        else:
            answers = self.answers

        asks: None | str
        if isinstance(self.asks, str):
            asks = self.asks
        else:
            asks = self.asks

        at = self.at.isoformat()

        by: str = self.by

        document_ids = self.document_ids

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        facts = self.facts

        kind: str = self.kind

        language = self.language

        message_id: None | str
        message_id = self.message_id

        read_by = []
        for read_by_item_data in self.read_by:
            read_by_item: str = read_by_item_data
            read_by.append(read_by_item)

        text = self.text

        writer_name: None | str
        writer_name = self.writer_name

        need: str | Unset = UNSET
        if not isinstance(self.need, Unset):
            need = self.need

        note = self.note

        safety: dict[str, Any] | Unset = UNSET
        if not isinstance(self.safety, Unset):
            safety = self.safety.to_dict()

        written_by = self.written_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "answers": answers,
                "asks": asks,
                "at": at,
                "by": by,
                "documentIds": document_ids,
                "dueAt": due_at,
                "facts": facts,
                "kind": kind,
                "language": language,
                "messageId": message_id,
                "readBy": read_by,
                "text": text,
                "writerName": writer_name,
            }
        )
        if need is not UNSET:
            field_dict["need"] = need
        if note is not UNSET:
            field_dict["note"] = note
        if safety is not UNSET:
            field_dict["safety"] = safety
        if written_by is not UNSET:
            field_dict["writtenBy"] = written_by

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.acute_safety import AcuteSafety  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_answers(data: object) -> MessageAnswersType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answers_type_0 = check_message_answers_type_0(data)

                return answers_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MessageAnswersType0 | None, data)

        answers = _parse_answers(d.pop("answers"))

        def _parse_asks(data: object) -> MessageAsksType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                asks_type_0 = check_message_asks_type_0(data)

                return asks_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MessageAsksType0 | None, data)

        asks = _parse_asks(d.pop("asks"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        by = check_message_by(d.pop("by"))

        document_ids = cast(list[str], d.pop("documentIds"))

        def _parse_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due_at = _parse_due_at(d.pop("dueAt"))

        facts = cast(list[str], d.pop("facts"))

        kind = check_message_kind(d.pop("kind"))

        language = d.pop("language")

        def _parse_message_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        message_id = _parse_message_id(d.pop("messageId"))

        read_by = []
        _read_by = d.pop("readBy")
        for read_by_item_data in _read_by:
            read_by_item = check_message_read_by_item(read_by_item_data)

            read_by.append(read_by_item)

        text = d.pop("text")

        def _parse_writer_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        writer_name = _parse_writer_name(d.pop("writerName"))

        _need = d.pop("need", UNSET)
        need: MessageNeed | Unset
        if isinstance(_need, Unset):
            need = UNSET
        else:
            need = check_message_need(_need)

        note = d.pop("note", UNSET)

        _safety = d.pop("safety", UNSET)
        safety: AcuteSafety | Unset
        if isinstance(_safety, Unset):
            safety = UNSET
        else:
            safety = AcuteSafety.from_dict(_safety)

        written_by = d.pop("writtenBy", UNSET)

        message = cls(
            answers=answers,
            asks=asks,
            at=at,
            by=by,
            document_ids=document_ids,
            due_at=due_at,
            facts=facts,
            kind=kind,
            language=language,
            message_id=message_id,
            read_by=read_by,
            text=text,
            writer_name=writer_name,
            need=need,
            note=note,
            safety=safety,
            written_by=written_by,
        )

        message.additional_properties = d
        return message

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
