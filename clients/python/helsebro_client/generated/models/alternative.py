from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.alternative_outcome import AlternativeOutcome, check_alternative_outcome
from ..models.alternative_settlement_type_0 import (
    AlternativeSettlementType0,
    check_alternative_settlement_type_0,
)

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="Alternative")


@_attrs_define
class Alternative:
    """The outcome under another policy, or in or out of the network.

    Attributes:
        in_network (bool): Whether the practitioner is in the network.
        member_pays (Money | None): What the member pays; null without a price.
        outcome (AlternativeOutcome): `covered`, `not-covered` by a rule, `refer` to a person, or `needs-evidence`: a
            fact or paper that decides is missing.
        payable (Money | None): What the payer pays; null without a price.
        policy_number (str): The policy's number.
        product (str): The name of the terms of the policy.
        rules (list[str]): The rules that prevent cover.
        settlement (AlternativeSettlementType0 | None): Who is paid.
    """

    in_network: bool
    member_pays: Money | None
    outcome: AlternativeOutcome
    payable: Money | None
    policy_number: str
    product: str
    rules: list[str]
    settlement: AlternativeSettlementType0 | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        in_network = self.in_network

        member_pays: dict[str, Any] | None
        if isinstance(self.member_pays, Money):
            member_pays = self.member_pays.to_dict()
        else:
            member_pays = self.member_pays

        outcome: str = self.outcome

        payable: dict[str, Any] | None
        if isinstance(self.payable, Money):
            payable = self.payable.to_dict()
        else:
            payable = self.payable

        policy_number = self.policy_number

        product = self.product

        rules = self.rules

        settlement: None | str
        if isinstance(self.settlement, str):
            settlement = self.settlement
        else:
            settlement = self.settlement

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "inNetwork": in_network,
                "memberPays": member_pays,
                "outcome": outcome,
                "payable": payable,
                "policyNumber": policy_number,
                "product": product,
                "rules": rules,
                "settlement": settlement,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        in_network = d.pop("inNetwork")

        def _parse_member_pays(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                member_pays_type_0 = Money.from_dict(data)

                return member_pays_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        member_pays = _parse_member_pays(d.pop("memberPays"))

        outcome = check_alternative_outcome(d.pop("outcome"))

        def _parse_payable(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                payable_type_0 = Money.from_dict(data)

                return payable_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        payable = _parse_payable(d.pop("payable"))

        policy_number = d.pop("policyNumber")

        product = d.pop("product")

        rules = cast(list[str], d.pop("rules"))

        def _parse_settlement(data: object) -> AlternativeSettlementType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                settlement_type_0 = check_alternative_settlement_type_0(data)

                return settlement_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AlternativeSettlementType0 | None, data)

        settlement = _parse_settlement(d.pop("settlement"))

        alternative = cls(
            in_network=in_network,
            member_pays=member_pays,
            outcome=outcome,
            payable=payable,
            policy_number=policy_number,
            product=product,
            rules=rules,
            settlement=settlement,
        )

        alternative.additional_properties = d
        return alternative

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
