from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PolicyTerm")


@_attrs_define
class PolicyTerm:
    """The term of a policy that contains a day.

    Attributes:
        from_ (datetime.date): Its first day.
        renews (bool): Whether another term follows; false once the policy is cancelled.
        until (datetime.date): Its last day.
    """

    from_: datetime.date
    renews: bool
    until: datetime.date
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        renews = self.renews

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "renews": renews,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = datetime.date.fromisoformat(d.pop("from"))

        renews = d.pop("renews")

        until = datetime.date.fromisoformat(d.pop("until"))

        policy_term = cls(
            from_=from_,
            renews=renews,
            until=until,
        )

        policy_term.additional_properties = d
        return policy_term

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
