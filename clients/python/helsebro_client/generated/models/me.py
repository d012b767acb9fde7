from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.family_member import FamilyMember
    from ..models.held_mandate import HeldMandate
    from ..models.own_data import OwnData
    from ..models.own_policy import OwnPolicy


T = TypeVar("T", bound="Me")


@_attrs_define
class Me:
    """The person who is logged in, with policies, family and mandates.

    Attributes:
        family (list[FamilyMember]): The person's insured family.
        mandates (list[HeldMandate]): The mandates that the person holds.
        person (OwnData): The person who is logged in.
        policies (list[OwnPolicy]): The person's policies.
    """

    family: list[FamilyMember]
    mandates: list[HeldMandate]
    person: OwnData
    policies: list[OwnPolicy]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        family = []
        for family_item_data in self.family:
            family_item = family_item_data.to_dict()
            family.append(family_item)

        mandates = []
        for mandates_item_data in self.mandates:
            mandates_item = mandates_item_data.to_dict()
            mandates.append(mandates_item)

        person = self.person.to_dict()

        policies = []
        for policies_item_data in self.policies:
            policies_item = policies_item_data.to_dict()
            policies.append(policies_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "family": family,
                "mandates": mandates,
                "person": person,
                "policies": policies,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.family_member import FamilyMember  # noqa: PLC0415
        from ..models.held_mandate import HeldMandate  # noqa: PLC0415
        from ..models.own_data import OwnData  # noqa: PLC0415
        from ..models.own_policy import OwnPolicy  # noqa: PLC0415

        d = dict(src_dict)
        family = []
        _family = d.pop("family")
        for family_item_data in _family:
            family_item = FamilyMember.from_dict(family_item_data)

            family.append(family_item)

        mandates = []
        _mandates = d.pop("mandates")
        for mandates_item_data in _mandates:
            mandates_item = HeldMandate.from_dict(mandates_item_data)

            mandates.append(mandates_item)

        person = OwnData.from_dict(d.pop("person"))

        policies = []
        _policies = d.pop("policies")
        for policies_item_data in _policies:
            policies_item = OwnPolicy.from_dict(policies_item_data)

            policies.append(policies_item)

        me = cls(
            family=family,
            mandates=mandates,
            person=person,
            policies=policies,
        )

        me.additional_properties = d
        return me

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
