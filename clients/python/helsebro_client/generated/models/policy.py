from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.policy_modules_item import PolicyModulesItem, check_policy_modules_item

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.policy_change import PolicyChange
    from ..models.policy_parameters import PolicyParameters
    from ..models.policy_term import PolicyTerm
    from ..models.policyholder import Policyholder
    from ..models.premium import Premium


T = TypeVar("T", bound="Policy")


@_attrs_define
class Policy:
    """A policy as it is on a day, with its term, all its changes and its premium.

    Attributes:
        annual_sum (Money): An amount of 0 or more, with at most two decimals.
        changes (list[PolicyChange]): Every change, also future ones.
        effective_from (datetime.date): Its first day.
        ends_on (datetime.date | None): Its last day; null unless it is cancelled.
        modules (list[PolicyModulesItem]): What the policy covers.
        number (str): The policy's number.
        parameters (PolicyParameters): The policy's own values that replace those of the terms, by name.
        payer (str): The short name of the payer.
        policy_id (str): The id of the policy.
        policy_year_start (str): The first day of the policy year, `MM-DD`. The term renews on it.
        policyholder (Policyholder): The employer or association that holds the policy.
        premium (Premium): The premium of a policy: when it is due, and whether it is paid.
        product (str): The name of the terms of the policy.
        term (None | PolicyTerm): The term on that day; null before the policy begins and after it ends.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
    """

    annual_sum: Money
    changes: list[PolicyChange]
    effective_from: datetime.date
    ends_on: datetime.date | None
    modules: list[PolicyModulesItem]
    number: str
    parameters: PolicyParameters
    payer: str
    policy_id: str
    policy_year_start: str
    policyholder: Policyholder
    premium: Premium
    product: str
    term: None | PolicyTerm
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.policy_term import PolicyTerm  # noqa: PLC0415

        annual_sum = self.annual_sum.to_dict()

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        effective_from = self.effective_from.isoformat()

        ends_on: None | str
        if isinstance(self.ends_on, datetime.date):
            ends_on = self.ends_on.isoformat()
        else:
            ends_on = self.ends_on

        modules = []
        for modules_item_data in self.modules:
            modules_item: str = modules_item_data
            modules.append(modules_item)

        number = self.number

        parameters = self.parameters.to_dict()

        payer = self.payer

        policy_id = self.policy_id

        policy_year_start = self.policy_year_start

        policyholder = self.policyholder.to_dict()

        premium = self.premium.to_dict()

        product = self.product

        term: dict[str, Any] | None
        if isinstance(self.term, PolicyTerm):
            term = self.term.to_dict()
        else:
            term = self.term

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "annualSum": annual_sum,
                "changes": changes,
                "effectiveFrom": effective_from,
                "endsOn": ends_on,
                "modules": modules,
                "number": number,
                "parameters": parameters,
                "payer": payer,
                "policyId": policy_id,
                "policyYearStart": policy_year_start,
                "policyholder": policyholder,
                "premium": premium,
                "product": product,
                "term": term,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.policy_change import PolicyChange  # noqa: PLC0415
        from ..models.policy_parameters import PolicyParameters  # noqa: PLC0415
        from ..models.policy_term import PolicyTerm  # noqa: PLC0415
        from ..models.policyholder import Policyholder  # noqa: PLC0415
        from ..models.premium import Premium  # noqa: PLC0415

        d = dict(src_dict)
        annual_sum = Money.from_dict(d.pop("annualSum"))

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = PolicyChange.from_dict(changes_item_data)

            changes.append(changes_item)

        effective_from = datetime.date.fromisoformat(d.pop("effectiveFrom"))

        def _parse_ends_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_on_type_0 = datetime.date.fromisoformat(data)

                return ends_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        ends_on = _parse_ends_on(d.pop("endsOn"))

        modules = []
        _modules = d.pop("modules")
        for modules_item_data in _modules:
            modules_item = check_policy_modules_item(modules_item_data)

            modules.append(modules_item)

        number = d.pop("number")

        parameters = PolicyParameters.from_dict(d.pop("parameters"))

        payer = d.pop("payer")

        policy_id = d.pop("policyId")

        policy_year_start = d.pop("policyYearStart")

        policyholder = Policyholder.from_dict(d.pop("policyholder"))

        premium = Premium.from_dict(d.pop("premium"))

        product = d.pop("product")

        def _parse_term(data: object) -> None | PolicyTerm:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                term_type_0 = PolicyTerm.from_dict(data)

                return term_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PolicyTerm, data)

        term = _parse_term(d.pop("term"))

        version = d.pop("version")

        policy = cls(
            annual_sum=annual_sum,
            changes=changes,
            effective_from=effective_from,
            ends_on=ends_on,
            modules=modules,
            number=number,
            parameters=parameters,
            payer=payer,
            policy_id=policy_id,
            policy_year_start=policy_year_start,
            policyholder=policyholder,
            premium=premium,
            product=product,
            term=term,
            version=version,
        )

        policy.additional_properties = d
        return policy

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
