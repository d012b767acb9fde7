from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.family_event_by import FamilyEventBy, check_family_event_by
from ..models.family_event_what import FamilyEventWhat, check_family_event_what
from ..types import UNSET, Unset

T = TypeVar("T", bound="FamilyEvent")


@_attrs_define
class FamilyEvent:
    """Something that happened to the family.

    Attributes:
        about (None | str): The guardian concerned; null when it is the whole family.
        at (datetime.datetime): When.
        by (FamilyEventBy): Who or what did it.
        what (FamilyEventWhat): What happened to the guardian; `announced` and `handed-over` are of the child's 15th
            birthday.
        reason (str | Unset): Why underwriting did not confirm the person.
    """

    about: None | str
    at: datetime.datetime
    by: FamilyEventBy
    what: FamilyEventWhat
    reason: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        about: None | str
        about = self.about

        at = self.at.isoformat()

        by: str = self.by

        what: str = self.what

        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "about": about,
                "at": at,
                "by": by,
                "what": what,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_about(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        about = _parse_about(d.pop("about"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        by = check_family_event_by(d.pop("by"))

        what = check_family_event_what(d.pop("what"))

        reason = d.pop("reason", UNSET)

        family_event = cls(
            about=about,
            at=at,
            by=by,
            what=what,
            reason=reason,
        )

        family_event.additional_properties = d
        return family_event

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
