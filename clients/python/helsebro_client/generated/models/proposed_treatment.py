from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.proposed_treatment_outcome import (
    ProposedTreatmentOutcome,
    check_proposed_treatment_outcome,
)
from ..models.proposed_treatment_type import (
    ProposedTreatmentType,
    check_proposed_treatment_type,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.asked_fact import AskedFact
    from ..models.double import Double
    from ..models.flip import Flip
    from ..models.money import Money
    from ..models.outside_grant import OutsideGrant
    from ..models.proposed_grant import ProposedGrant
    from ..models.trail_step import TrailStep


T = TypeVar("T", bound="ProposedTreatment")


@_attrs_define
class ProposedTreatment:
    """The engine's answer on one treatment of a member's bill.

    Attributes:
        amount_hangs_on (list[AskedFact]): The missing facts that leave the amount open.
        flips (list[Flip]): Every single fact that would give a better outcome.
        missing (list[str]): The facts that decide and are missing, by their path in the body of a simulation; of a
            denial only those that can turn it.
        on (datetime.date): When it was held.
        outcome (ProposedTreatmentOutcome): `covered`, `not-covered` by a rule, `refer` to a person, or `needs-
            evidence`: a fact or paper that decides is missing.
        shared_rules (list[str]): The rules that bore on it as the `trail` of the whole refund says.
        trail (list[TrailStep]): The rows in which it differs from the `trail` of the whole refund by more than its day
            and price; the rows of its `sharedRules` are there.
        type_ (ProposedTreatmentType): The kind of treatment.
        covered_from (datetime.date | Unset): The first day on which waiting alone makes it covered.
        double_of (Double | Unset): The treatment of the same refund that a billed treatment repeats.
        grant (ProposedGrant | Unset): What the engine would grant, after every cap and subsidy.
        granted_price (Money | Unset): An amount of 0 or more, with at most two decimals.
        outside_grant (OutsideGrant | Unset): Why a billed treatment is not one that the case was granted.
        paid_before (list[str] | Unset): The invoices and refunds that paid the person the same treatment of the same
            day, in this case or another. Absent when there are none.
        policy_number (str | Unset): The policy that answers.
        product (str | Unset): The name of the terms of the policy.
    """

    amount_hangs_on: list[AskedFact]
    flips: list[Flip]
    missing: list[str]
    on: datetime.date
    outcome: ProposedTreatmentOutcome
    shared_rules: list[str]
    trail: list[TrailStep]
    type_: ProposedTreatmentType
    covered_from: datetime.date | Unset = UNSET
    double_of: Double | Unset = UNSET
    grant: ProposedGrant | Unset = UNSET
    granted_price: Money | Unset = UNSET
    outside_grant: OutsideGrant | Unset = UNSET
    paid_before: list[str] | Unset = UNSET
    policy_number: str | Unset = UNSET
    product: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount_hangs_on = []
        for amount_hangs_on_item_data in self.amount_hangs_on:
            amount_hangs_on_item = amount_hangs_on_item_data.to_dict()
            amount_hangs_on.append(amount_hangs_on_item)

        flips = []
        for flips_item_data in self.flips:
            flips_item = flips_item_data.to_dict()
            flips.append(flips_item)

        missing = self.missing

        on = self.on.isoformat()

        outcome: str = self.outcome

        shared_rules = self.shared_rules

        trail = []
        for trail_item_data in self.trail:
            trail_item = trail_item_data.to_dict()
            trail.append(trail_item)

        type_: str = self.type_

        covered_from: str | Unset = UNSET
        if not isinstance(self.covered_from, Unset):
            covered_from = self.covered_from.isoformat()

        double_of: dict[str, Any] | Unset = UNSET
        if not isinstance(self.double_of, Unset):
            double_of = self.double_of.to_dict()

        grant: dict[str, Any] | Unset = UNSET
        if not isinstance(self.grant, Unset):
            grant = self.grant.to_dict()

        granted_price: dict[str, Any] | Unset = UNSET
        if not isinstance(self.granted_price, Unset):
            granted_price = self.granted_price.to_dict()

        outside_grant: dict[str, Any] | Unset = UNSET
        if not isinstance(self.outside_grant, Unset):
            outside_grant = self.outside_grant.to_dict()

        paid_before: list[str] | Unset = UNSET
        if not isinstance(self.paid_before, Unset):
            paid_before = self.paid_before

        policy_number = self.policy_number

        product = self.product

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amountHangsOn": amount_hangs_on,
                "flips": flips,
                "missing": missing,
                "on": on,
                "outcome": outcome,
                "sharedRules": shared_rules,
                "trail": trail,
                "type": type_,
            }
        )
        if covered_from is not UNSET:
            field_dict["coveredFrom"] = covered_from
        if double_of is not UNSET:
            field_dict["doubleOf"] = double_of
        if grant is not UNSET:
            field_dict["grant"] = grant
        if granted_price is not UNSET:
            field_dict["grantedPrice"] = granted_price
        if outside_grant is not UNSET:
            field_dict["outsideGrant"] = outside_grant
        if paid_before is not UNSET:
            field_dict["paidBefore"] = paid_before
        if policy_number is not UNSET:
            field_dict["policyNumber"] = policy_number
        if product is not UNSET:
            field_dict["product"] = product

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asked_fact import AskedFact  # noqa: PLC0415
        from ..models.double import Double  # noqa: PLC0415
        from ..models.flip import Flip  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.outside_grant import OutsideGrant  # noqa: PLC0415
        from ..models.proposed_grant import ProposedGrant  # noqa: PLC0415
        from ..models.trail_step import TrailStep  # noqa: PLC0415

        d = dict(src_dict)
        amount_hangs_on = []
        _amount_hangs_on = d.pop("amountHangsOn")
        for amount_hangs_on_item_data in _amount_hangs_on:
            amount_hangs_on_item = AskedFact.from_dict(amount_hangs_on_item_data)

            amount_hangs_on.append(amount_hangs_on_item)

        flips = []
        _flips = d.pop("flips")
        for flips_item_data in _flips:
            flips_item = Flip.from_dict(flips_item_data)

            flips.append(flips_item)

        missing = cast(list[str], d.pop("missing"))

        on = datetime.date.fromisoformat(d.pop("on"))

        outcome = check_proposed_treatment_outcome(d.pop("outcome"))

        shared_rules = cast(list[str], d.pop("sharedRules"))

        trail = []
        _trail = d.pop("trail")
        for trail_item_data in _trail:
            trail_item = TrailStep.from_dict(trail_item_data)

            trail.append(trail_item)

        type_ = check_proposed_treatment_type(d.pop("type"))

        _covered_from = d.pop("coveredFrom", UNSET)
        covered_from: datetime.date | Unset
        if isinstance(_covered_from, Unset):
            covered_from = UNSET
        else:
            covered_from = datetime.date.fromisoformat(_covered_from)

        _double_of = d.pop("doubleOf", UNSET)
        double_of: Double | Unset
        if isinstance(_double_of, Unset):
            double_of = UNSET
        else:
            double_of = Double.from_dict(_double_of)

        _grant = d.pop("grant", UNSET)
        grant: ProposedGrant | Unset
        if isinstance(_grant, Unset):
            grant = UNSET
        else:
            grant = ProposedGrant.from_dict(_grant)

        _granted_price = d.pop("grantedPrice", UNSET)
        granted_price: Money | Unset
        if isinstance(_granted_price, Unset):
            granted_price = UNSET
        else:
            granted_price = Money.from_dict(_granted_price)

        _outside_grant = d.pop("outsideGrant", UNSET)
        outside_grant: OutsideGrant | Unset
        if isinstance(_outside_grant, Unset):
            outside_grant = UNSET
        else:
            outside_grant = OutsideGrant.from_dict(_outside_grant)

        paid_before = cast(list[str], d.pop("paidBefore", UNSET))

        policy_number = d.pop("policyNumber", UNSET)

        product = d.pop("product", UNSET)

        proposed_treatment = cls(
            amount_hangs_on=amount_hangs_on,
            flips=flips,
            missing=missing,
            on=on,
            outcome=outcome,
            shared_rules=shared_rules,
            trail=trail,
            type_=type_,
            covered_from=covered_from,
            double_of=double_of,
            grant=grant,
            granted_price=granted_price,
            outside_grant=outside_grant,
            paid_before=paid_before,
            policy_number=policy_number,
            product=product,
        )

        proposed_treatment.additional_properties = d
        return proposed_treatment

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
