from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.application_ending_why import (
    ApplicationEndingWhy,
    check_application_ending_why,
)

T = TypeVar("T", bound="ApplicationEnding")


@_attrs_define
class ApplicationEnding:
    """Why the clinic does not join.

    Attributes:
        at (datetime.datetime): When it ended.
        why (ApplicationEndingWhy): `denied`: we denied the application. `declined`: the signatory declined the
            contract. `expired`: it was not signed in time.
    """

    at: datetime.datetime
    why: ApplicationEndingWhy
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        why: str = self.why

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "why": why,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        why = check_application_ending_why(d.pop("why"))

        application_ending = cls(
            at=at,
            why=why,
        )

        application_ending.additional_properties = d
        return application_ending

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
