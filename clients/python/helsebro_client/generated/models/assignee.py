from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="Assignee")


@_attrs_define
class Assignee:
    """Who works on the case.

    Attributes:
        assignee (None | str): The subject of a colleague as their issuer names it, or `me`. A colleague has worked in
            this inbox before and has a role of the queue; an e-mail address names no one. Null: no one.
    """

    assignee: None | str

    def to_dict(self) -> dict[str, Any]:
        assignee: None | str
        assignee = self.assignee

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "assignee": assignee,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_assignee(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        assignee = _parse_assignee(d.pop("assignee"))

        assignee = cls(
            assignee=assignee,
        )

        return assignee
