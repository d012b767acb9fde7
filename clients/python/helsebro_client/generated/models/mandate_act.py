from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mandate_act_kind import MandateActKind, check_mandate_act_kind

T = TypeVar("T", bound="MandateAct")


@_attrs_define
class MandateAct:
    """One thing that was done under a mandate.

    Attributes:
        about (str): The id of what was made or changed: a claim, document, booking, and so on.
        at (datetime.datetime): When it was done.
        kind (MandateActKind): What was done.
    """

    about: str
    at: datetime.datetime
    kind: MandateActKind
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        about = self.about

        at = self.at.isoformat()

        kind: str = self.kind

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "about": about,
                "at": at,
                "kind": kind,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        about = d.pop("about")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        kind = check_mandate_act_kind(d.pop("kind"))

        mandate_act = cls(
            about=about,
            at=at,
            kind=kind,
        )

        mandate_act.additional_properties = d
        return mandate_act

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
