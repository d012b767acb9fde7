from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.sent_message_answers_type_0 import (
    SentMessageAnswersType0,
    check_sent_message_answers_type_0,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.acute_safety import AcuteSafety


T = TypeVar("T", bound="SentMessage")


@_attrs_define
class SentMessage:
    """A message that was just written.

    Attributes:
        answers (None | SentMessageAnswersType0): Whose open question it answered: the claim's, a refund's or an
            extension's, whose clock goes on. Null when it answered none.
        at (datetime.datetime): When it was written.
        due_at (datetime.datetime | None): By when the staff answer it: within 24 hours, or by the end of the next
            weekday. Null when it waits for no answer.
        message_id (str): The id of the message.
        safety (AcuteSafety | Unset): What to do now, since what was stated or written cannot wait. Show it before all
            else.
    """

    answers: None | SentMessageAnswersType0
    at: datetime.datetime
    due_at: datetime.datetime | None
    message_id: str
    safety: AcuteSafety | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        answers: None | str
        if isinstance(self.answers, str):
            answers = self.answers
        else:
            answers = self.answers

        at = self.at.isoformat()

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        message_id = self.message_id

        safety: dict[str, Any] | Unset = UNSET
        if not isinstance(self.safety, Unset):
            safety = self.safety.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "answers": answers,
                "at": at,
                "dueAt": due_at,
                "messageId": message_id,
            }
        )
        if safety is not UNSET:
            field_dict["safety"] = safety

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.acute_safety import AcuteSafety  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_answers(data: object) -> None | SentMessageAnswersType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answers_type_0 = check_sent_message_answers_type_0(data)

                return answers_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SentMessageAnswersType0, data)

        answers = _parse_answers(d.pop("answers"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

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

        message_id = d.pop("messageId")

        _safety = d.pop("safety", UNSET)
        safety: AcuteSafety | Unset
        if isinstance(_safety, Unset):
            safety = UNSET
        else:
            safety = AcuteSafety.from_dict(_safety)

        sent_message = cls(
            answers=answers,
            at=at,
            due_at=due_at,
            message_id=message_id,
            safety=safety,
        )

        sent_message.additional_properties = d
        return sent_message

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
