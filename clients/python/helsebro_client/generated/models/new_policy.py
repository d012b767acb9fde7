from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_policy_modules_item import (
    NewPolicyModulesItem,
    check_new_policy_modules_item,
)
from ..models.new_policy_product import NewPolicyProduct, check_new_policy_product
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.new_policy_parameters import NewPolicyParameters
    from ..models.policyholder import Policyholder


T = TypeVar("T", bound="NewPolicy")


@_attrs_define
class NewPolicy:
    """A policy to create.

    Attributes:
        annual_sum (Money): An amount of 0 or more, with at most two decimals.
        effective_from (datetime.date): Its first day.
        modules (list[NewPolicyModulesItem]): What it covers. Only some terms have `extended`.
        number (str): Its number, which only one policy of the payer has.
        policy_year_start (str): The first day of the policy year, `MM-DD`. The term renews on it.
        policyholder (Policyholder): The employer or association that holds the policy.
        product (NewPolicyProduct): The terms of the policy.
        parameters (NewPolicyParameters | Unset): Values that replace those of the terms, by name. `amounts` holds the
            amounts that the terms print in Danish kroner, by rule; a policy in another currency needs all of them.
        premium_due (list[str] | Unset): The days of the year on which the premium is also due, `MM-DD`.
    """

    annual_sum: Money
    effective_from: datetime.date
    modules: list[NewPolicyModulesItem]
    number: str
    policy_year_start: str
    policyholder: Policyholder
    product: NewPolicyProduct
    parameters: NewPolicyParameters | Unset = UNSET
    premium_due: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        annual_sum = self.annual_sum.to_dict()

        effective_from = self.effective_from.isoformat()

        modules = []
        for modules_item_data in self.modules:
            modules_item: str = modules_item_data
            modules.append(modules_item)

        number = self.number

        policy_year_start = self.policy_year_start

        policyholder = self.policyholder.to_dict()

        product: str = self.product

        parameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.parameters, Unset):
            parameters = self.parameters.to_dict()

        premium_due: list[str] | Unset = UNSET
        if not isinstance(self.premium_due, Unset):
            premium_due = self.premium_due

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "annualSum": annual_sum,
                "effectiveFrom": effective_from,
                "modules": modules,
                "number": number,
                "policyYearStart": policy_year_start,
                "policyholder": policyholder,
                "product": product,
            }
        )
        if parameters is not UNSET:
            field_dict["parameters"] = parameters
        if premium_due is not UNSET:
            field_dict["premiumDue"] = premium_due

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.new_policy_parameters import NewPolicyParameters  # noqa: PLC0415
        from ..models.policyholder import Policyholder  # noqa: PLC0415

        d = dict(src_dict)
        annual_sum = Money.from_dict(d.pop("annualSum"))

        effective_from = datetime.date.fromisoformat(d.pop("effectiveFrom"))

        modules = []
        _modules = d.pop("modules")
        for modules_item_data in _modules:
            modules_item = check_new_policy_modules_item(modules_item_data)

            modules.append(modules_item)

        number = d.pop("number")

        policy_year_start = d.pop("policyYearStart")

        policyholder = Policyholder.from_dict(d.pop("policyholder"))

        product = check_new_policy_product(d.pop("product"))

        _parameters = d.pop("parameters", UNSET)
        parameters: NewPolicyParameters | Unset
        if isinstance(_parameters, Unset):
            parameters = UNSET
        else:
            parameters = NewPolicyParameters.from_dict(_parameters)

        premium_due = cast(list[str], d.pop("premiumDue", UNSET))

        new_policy = cls(
            annual_sum=annual_sum,
            effective_from=effective_from,
            modules=modules,
            number=number,
            policy_year_start=policy_year_start,
            policyholder=policyholder,
            product=product,
            parameters=parameters,
            premium_due=premium_due,
        )

        return new_policy
