from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.own_policy_modules_item import (
    OwnPolicyModulesItem,
    check_own_policy_modules_item,
)
from ..models.own_policy_relation import OwnPolicyRelation, check_own_policy_relation
from ..models.own_policy_scheme import OwnPolicyScheme, check_own_policy_scheme

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.policyholder import Policyholder


T = TypeVar("T", bound="OwnPolicy")


@_attrs_define
class OwnPolicy:
    """A policy that insures the person, as it is today.

    Attributes:
        annual_sum (Money): An amount of 0 or more, with at most two decimals.
        enrolled_on (datetime.date): The first day of the person's enrolment.
        left_on (datetime.date | None): The last day of insurance; null while no end is known.
        modules (list[OwnPolicyModulesItem]): What the policy covers.
        number (str): The policy's number.
        payer (str): The short name of the payer.
        policy_id (str): The id of the policy.
        policyholder (Policyholder): The employer or association that holds the policy.
        product (str): The name of the terms of the policy.
        relation (OwnPolicyRelation): Why the person is insured.
        scheme (OwnPolicyScheme): Whether the company pays for everyone, or the person joined voluntarily.
    """

    annual_sum: Money
    enrolled_on: datetime.date
    left_on: datetime.date | None
    modules: list[OwnPolicyModulesItem]
    number: str
    payer: str
    policy_id: str
    policyholder: Policyholder
    product: str
    relation: OwnPolicyRelation
    scheme: OwnPolicyScheme
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        annual_sum = self.annual_sum.to_dict()

        enrolled_on = self.enrolled_on.isoformat()

        left_on: None | str
        if isinstance(self.left_on, datetime.date):
            left_on = self.left_on.isoformat()
        else:
            left_on = self.left_on

        modules = []
        for modules_item_data in self.modules:
            modules_item: str = modules_item_data
            modules.append(modules_item)

        number = self.number

        payer = self.payer

        policy_id = self.policy_id

        policyholder = self.policyholder.to_dict()

        product = self.product

        relation: str = self.relation

        scheme: str = self.scheme

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "annualSum": annual_sum,
                "enrolledOn": enrolled_on,
                "leftOn": left_on,
                "modules": modules,
                "number": number,
                "payer": payer,
                "policyId": policy_id,
                "policyholder": policyholder,
                "product": product,
                "relation": relation,
                "scheme": scheme,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.policyholder import Policyholder  # noqa: PLC0415

        d = dict(src_dict)
        annual_sum = Money.from_dict(d.pop("annualSum"))

        enrolled_on = datetime.date.fromisoformat(d.pop("enrolledOn"))

        def _parse_left_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                left_on_type_0 = datetime.date.fromisoformat(data)

                return left_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        left_on = _parse_left_on(d.pop("leftOn"))

        modules = []
        _modules = d.pop("modules")
        for modules_item_data in _modules:
            modules_item = check_own_policy_modules_item(modules_item_data)

            modules.append(modules_item)

        number = d.pop("number")

        payer = d.pop("payer")

        policy_id = d.pop("policyId")

        policyholder = Policyholder.from_dict(d.pop("policyholder"))

        product = d.pop("product")

        relation = check_own_policy_relation(d.pop("relation"))

        scheme = check_own_policy_scheme(d.pop("scheme"))

        own_policy = cls(
            annual_sum=annual_sum,
            enrolled_on=enrolled_on,
            left_on=left_on,
            modules=modules,
            number=number,
            payer=payer,
            policy_id=policy_id,
            policyholder=policyholder,
            product=product,
            relation=relation,
            scheme=scheme,
        )

        own_policy.additional_properties = d
        return own_policy

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
