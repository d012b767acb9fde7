from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LeftPolicy")


@_attrs_define
class LeftPolicy:
    """A person who leaves a policy.

    Attributes:
        left_on (datetime.date): The last day of insurance.
        person_id (str): The id of the person.
        policy_id (str): The id of the policy.
    """

    left_on: datetime.date
    person_id: str
    policy_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        left_on = self.left_on.isoformat()

        person_id = self.person_id

        policy_id = self.policy_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "leftOn": left_on,
                "personId": person_id,
                "policyId": policy_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        left_on = datetime.date.fromisoformat(d.pop("leftOn"))

        person_id = d.pop("personId")

        policy_id = d.pop("policyId")

        left_policy = cls(
            left_on=left_on,
            person_id=person_id,
            policy_id=policy_id,
        )

        left_policy.additional_properties = d
        return left_policy

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
