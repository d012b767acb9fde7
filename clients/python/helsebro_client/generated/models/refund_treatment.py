from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.refund_treatment_outcome import (
    RefundTreatmentOutcome,
    check_refund_treatment_outcome,
)
from ..models.refund_treatment_type import (
    RefundTreatmentType,
    check_refund_treatment_type,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.flip import Flip
    from ..models.money import Money
    from ..models.next_step import NextStep
    from ..models.trail_step import TrailStep


T = TypeVar("T", bound="RefundTreatment")


@_attrs_define
class RefundTreatment:
    """A treatment of the member's bill, with the decision once it is made.

    Attributes:
        cost (Money): An amount of 0 or more, with at most two decimals.
        flips (list[Flip]): Every single fact that would give a better outcome.
        missing (list[str]): The facts that decide and are missing, by their path in the body of a simulation.
        next_steps (list[NextStep]): What the member can do when it is not paid in full; else empty.
        on (datetime.date): When it was held.
        trail (list[TrailStep]): Every rule that bore on the answer.
        type_ (RefundTreatmentType): The kind of treatment.
        approved (Money | Unset): An amount of 0 or more, with at most two decimals.
        covered_from (datetime.date | Unset): The first day on which waiting alone makes it covered.
        outcome (RefundTreatmentOutcome | Unset): What was decided. Absent until then.
    """

    cost: Money
    flips: list[Flip]
    missing: list[str]
    next_steps: list[NextStep]
    on: datetime.date
    trail: list[TrailStep]
    type_: RefundTreatmentType
    approved: Money | Unset = UNSET
    covered_from: datetime.date | Unset = UNSET
    outcome: RefundTreatmentOutcome | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cost = self.cost.to_dict()

        flips = []
        for flips_item_data in self.flips:
            flips_item = flips_item_data.to_dict()
            flips.append(flips_item)

        missing = self.missing

        next_steps = []
        for next_steps_item_data in self.next_steps:
            next_steps_item = next_steps_item_data.to_dict()
            next_steps.append(next_steps_item)

        on = self.on.isoformat()

        trail = []
        for trail_item_data in self.trail:
            trail_item = trail_item_data.to_dict()
            trail.append(trail_item)

        type_: str = self.type_

        approved: dict[str, Any] | Unset = UNSET
        if not isinstance(self.approved, Unset):
            approved = self.approved.to_dict()

        covered_from: str | Unset = UNSET
        if not isinstance(self.covered_from, Unset):
            covered_from = self.covered_from.isoformat()

        outcome: str | Unset = UNSET
        if not isinstance(self.outcome, Unset):
            outcome = self.outcome

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cost": cost,
                "flips": flips,
                "missing": missing,
                "nextSteps": next_steps,
                "on": on,
                "trail": trail,
                "type": type_,
            }
        )
        if approved is not UNSET:
            field_dict["approved"] = approved
        if covered_from is not UNSET:
            field_dict["coveredFrom"] = covered_from
        if outcome is not UNSET:
            field_dict["outcome"] = outcome

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.flip import Flip  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.next_step import NextStep  # noqa: PLC0415
        from ..models.trail_step import TrailStep  # noqa: PLC0415

        d = dict(src_dict)
        cost = Money.from_dict(d.pop("cost"))

        flips = []
        _flips = d.pop("flips")
        for flips_item_data in _flips:
            flips_item = Flip.from_dict(flips_item_data)

            flips.append(flips_item)

        missing = cast(list[str], d.pop("missing"))

        next_steps = []
        _next_steps = d.pop("nextSteps")
        for next_steps_item_data in _next_steps:
            next_steps_item = NextStep.from_dict(next_steps_item_data)

            next_steps.append(next_steps_item)

        on = datetime.date.fromisoformat(d.pop("on"))

        trail = []
        _trail = d.pop("trail")
        for trail_item_data in _trail:
            trail_item = TrailStep.from_dict(trail_item_data)

            trail.append(trail_item)

        type_ = check_refund_treatment_type(d.pop("type"))

        _approved = d.pop("approved", UNSET)
        approved: Money | Unset
        if isinstance(_approved, Unset):
            approved = UNSET
        else:
            approved = Money.from_dict(_approved)

        _covered_from = d.pop("coveredFrom", UNSET)
        covered_from: datetime.date | Unset
        if isinstance(_covered_from, Unset):
            covered_from = UNSET
        else:
            covered_from = datetime.date.fromisoformat(_covered_from)

        _outcome = d.pop("outcome", UNSET)
        outcome: RefundTreatmentOutcome | Unset
        if isinstance(_outcome, Unset):
            outcome = UNSET
        else:
            outcome = check_refund_treatment_outcome(_outcome)

        refund_treatment = cls(
            cost=cost,
            flips=flips,
            missing=missing,
            next_steps=next_steps,
            on=on,
            trail=trail,
            type_=type_,
            approved=approved,
            covered_from=covered_from,
            outcome=outcome,
        )

        refund_treatment.additional_properties = d
        return refund_treatment

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
