from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MissedDeadline")


@_attrs_define
class MissedDeadline:
    """The deadline that was missed.

    Attributes:
        about (str): The id of the claim, guarantee or other thing that it is about.
        due_at (datetime.datetime): When it was due.
        kind (str): The kind of deadline.
        title (str): The same in the caller's language.
    """

    about: str
    due_at: datetime.datetime
    kind: str
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        about = self.about

        due_at = self.due_at.isoformat()

        kind = self.kind

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "about": about,
                "dueAt": due_at,
                "kind": kind,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        about = d.pop("about")

        due_at = datetime.datetime.fromisoformat(d.pop("dueAt"))

        kind = d.pop("kind")

        title = d.pop("title")

        missed_deadline = cls(
            about=about,
            due_at=due_at,
            kind=kind,
            title=title,
        )

        missed_deadline.additional_properties = d
        return missed_deadline

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
