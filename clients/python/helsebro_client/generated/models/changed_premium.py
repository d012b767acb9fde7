from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.premium import Premium


T = TypeVar("T", bound="ChangedPremium")


@_attrs_define
class ChangedPremium:
    """The premium of a policy after a reminder or a payment.

    Attributes:
        policy_id (str): The id of the policy.
        premium (Premium): The premium of a policy: when it is due, and whether it is paid.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
    """

    policy_id: str
    premium: Premium
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        policy_id = self.policy_id

        premium = self.premium.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "policyId": policy_id,
                "premium": premium,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.premium import Premium  # noqa: PLC0415

        d = dict(src_dict)
        policy_id = d.pop("policyId")

        premium = Premium.from_dict(d.pop("premium"))

        version = d.pop("version")

        changed_premium = cls(
            policy_id=policy_id,
            premium=premium,
            version=version,
        )

        changed_premium.additional_properties = d
        return changed_premium

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
