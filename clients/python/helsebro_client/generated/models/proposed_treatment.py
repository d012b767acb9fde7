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
    from ..models.flip import Flip
    from ..models.proposed_grant import ProposedGrant
    from ..models.trail_step import TrailStep


T = TypeVar("T", bound="ProposedTreatment")


@_attrs_define
class ProposedTreatment:
    """The engine's answer on one treatment of a member's bill.

    Attributes:
        amount_hangs_on (list[str]): The missing facts that leave the amount open.
        flips (list[Flip]): Every single fact that would give a better outcome.
        missing (list[str]): The facts that decide and are missing, by their path in the body of a simulation.
        on (datetime.date): When it was held.
        outcome (ProposedTreatmentOutcome): `covered`, `not-covered` by a rule, `refer` to a person, or `needs-
            evidence`: a fact or paper that decides is missing.
        trail (list[TrailStep]): Every rule that bore on the answer.
        type_ (ProposedTreatmentType): The kind of treatment.
        covered_from (datetime.date | Unset): The first day on which waiting alone makes it covered.
        grant (ProposedGrant | Unset): What the engine would grant, after every cap and subsidy.
        policy_number (str | Unset): The policy that answers.
        product (str | Unset): The name of the terms of the policy.
    """

    amount_hangs_on: list[str]
    flips: list[Flip]
    missing: list[str]
    on: datetime.date
    outcome: ProposedTreatmentOutcome
    trail: list[TrailStep]
    type_: ProposedTreatmentType
    covered_from: datetime.date | Unset = UNSET
    grant: ProposedGrant | Unset = UNSET
    policy_number: str | Unset = UNSET
    product: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount_hangs_on = self.amount_hangs_on

        flips = []
        for flips_item_data in self.flips:
            flips_item = flips_item_data.to_dict()
            flips.append(flips_item)

        missing = self.missing

        on = self.on.isoformat()

        outcome: str = self.outcome

        trail = []
        for trail_item_data in self.trail:
            trail_item = trail_item_data.to_dict()
            trail.append(trail_item)

        type_: str = self.type_

        covered_from: str | Unset = UNSET
        if not isinstance(self.covered_from, Unset):
            covered_from = self.covered_from.isoformat()

        grant: dict[str, Any] | Unset = UNSET
        if not isinstance(self.grant, Unset):
            grant = self.grant.to_dict()

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
                "trail": trail,
                "type": type_,
            }
        )
        if covered_from is not UNSET:
            field_dict["coveredFrom"] = covered_from
        if grant is not UNSET:
            field_dict["grant"] = grant
        if policy_number is not UNSET:
            field_dict["policyNumber"] = policy_number
        if product is not UNSET:
            field_dict["product"] = product

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.flip import Flip  # noqa: PLC0415
        from ..models.proposed_grant import ProposedGrant  # noqa: PLC0415
        from ..models.trail_step import TrailStep  # noqa: PLC0415

        d = dict(src_dict)
        amount_hangs_on = cast(list[str], d.pop("amountHangsOn"))

        flips = []
        _flips = d.pop("flips")
        for flips_item_data in _flips:
            flips_item = Flip.from_dict(flips_item_data)

            flips.append(flips_item)

        missing = cast(list[str], d.pop("missing"))

        on = datetime.date.fromisoformat(d.pop("on"))

        outcome = check_proposed_treatment_outcome(d.pop("outcome"))

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

        _grant = d.pop("grant", UNSET)
        grant: ProposedGrant | Unset
        if isinstance(_grant, Unset):
            grant = UNSET
        else:
            grant = ProposedGrant.from_dict(_grant)

        policy_number = d.pop("policyNumber", UNSET)

        product = d.pop("product", UNSET)

        proposed_treatment = cls(
            amount_hangs_on=amount_hangs_on,
            flips=flips,
            missing=missing,
            on=on,
            outcome=outcome,
            trail=trail,
            type_=type_,
            covered_from=covered_from,
            grant=grant,
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
