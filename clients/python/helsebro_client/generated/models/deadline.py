from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.deadline_kind import DeadlineKind, check_deadline_kind
from ..models.deadline_state import DeadlineState, check_deadline_state

T = TypeVar("T", bound="Deadline")


@_attrs_define
class Deadline:
    """A clock of a claim, and where it stands. An expiry is shown while it lies ahead.

    Attributes:
        due_at (datetime.datetime): When it is due; later while the clock is paused.
        kind (DeadlineKind): What it is for.
        state (DeadlineState): Its state.
        title (str): The same in the caller's language.
    """

    due_at: datetime.datetime
    kind: DeadlineKind
    state: DeadlineState
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        due_at = self.due_at.isoformat()

        kind: str = self.kind

        state: str = self.state

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "dueAt": due_at,
                "kind": kind,
                "state": state,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        due_at = datetime.datetime.fromisoformat(d.pop("dueAt"))

        kind = check_deadline_kind(d.pop("kind"))

        state = check_deadline_state(d.pop("state"))

        title = d.pop("title")

        deadline = cls(
            due_at=due_at,
            kind=kind,
            state=state,
            title=title,
        )

        deadline.additional_properties = d
        return deadline

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
