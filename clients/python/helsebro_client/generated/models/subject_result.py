from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="SubjectResult")


@_attrs_define
class SubjectResult:
    """What became of one subject.

    Attributes:
        sent (bool): Whether the message was sent; else nothing was done.
        subject (str): The subject as it was sent.
        code (str | Unset): Why it was not sent, as in a problem.
        message_id (str | Unset): The message. Absent unless sent.
        task_closed (bool | Unset): Whether the task is closed. Absent unless sent.
        title (str | Unset): The same in the caller's language.
    """

    sent: bool
    subject: str
    code: str | Unset = UNSET
    message_id: str | Unset = UNSET
    task_closed: bool | Unset = UNSET
    title: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sent = self.sent

        subject = self.subject

        code = self.code

        message_id = self.message_id

        task_closed = self.task_closed

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sent": sent,
                "subject": subject,
            }
        )
        if code is not UNSET:
            field_dict["code"] = code
        if message_id is not UNSET:
            field_dict["messageId"] = message_id
        if task_closed is not UNSET:
            field_dict["taskClosed"] = task_closed
        if title is not UNSET:
            field_dict["title"] = title

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sent = d.pop("sent")

        subject = d.pop("subject")

        code = d.pop("code", UNSET)

        message_id = d.pop("messageId", UNSET)

        task_closed = d.pop("taskClosed", UNSET)

        title = d.pop("title", UNSET)

        subject_result = cls(
            sent=sent,
            subject=subject,
            code=code,
            message_id=message_id,
            task_closed=task_closed,
            title=title,
        )

        subject_result.additional_properties = d
        return subject_result

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
