from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.simulated_coverage_outcome import (
    SimulatedCoverageOutcome,
    check_simulated_coverage_outcome,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.acute_safety import AcuteSafety
    from ..models.alternative import Alternative
    from ..models.flip import Flip
    from ..models.grant import Grant
    from ..models.next_step import NextStep
    from ..models.open_fact import OpenFact
    from ..models.trail_step import TrailStep


T = TypeVar("T", bound="SimulatedCoverage")


@_attrs_define
class SimulatedCoverage:
    """The answer to a question of cover, with the alternatives and the next steps.

    Attributes:
        alternatives (list[Alternative]): The same under each policy, in and out of the network. The best comes first.
        amount_hangs_on (list[OpenFact]): The missing facts that leave the amount open.
        covered_from (datetime.date | None): The first day on which waiting alone makes it covered; else null.
        flips (list[Flip]): Every single fact that would give a better outcome.
        grant (Grant | None): What is covered; null unless the outcome is `covered` or `refer`.
        missing (list[str]): The facts that decide and are missing, by their path in the body of a simulation; of a
            denial only those that can turn it.
        next_steps (list[NextStep]): What the member can do when it is not covered; else empty.
        outcome (SimulatedCoverageOutcome): `covered`, `not-covered` by a rule, `refer` to a person, or `needs-
            evidence`: a fact or paper that decides is missing.
        policy_number (None | str): The policy that answers; null without a policy.
        product (None | str): The terms of that policy; null without a policy.
        trail (list[TrailStep]): Every rule that bore on the answer.
        safety (AcuteSafety | Unset): What to do now, since what was stated or written cannot wait. Show it before all
            else.
    """

    alternatives: list[Alternative]
    amount_hangs_on: list[OpenFact]
    covered_from: datetime.date | None
    flips: list[Flip]
    grant: Grant | None
    missing: list[str]
    next_steps: list[NextStep]
    outcome: SimulatedCoverageOutcome
    policy_number: None | str
    product: None | str
    trail: list[TrailStep]
    safety: AcuteSafety | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.grant import Grant  # noqa: PLC0415

        alternatives = []
        for alternatives_item_data in self.alternatives:
            alternatives_item = alternatives_item_data.to_dict()
            alternatives.append(alternatives_item)

        amount_hangs_on = []
        for amount_hangs_on_item_data in self.amount_hangs_on:
            amount_hangs_on_item = amount_hangs_on_item_data.to_dict()
            amount_hangs_on.append(amount_hangs_on_item)

        covered_from: None | str
        if isinstance(self.covered_from, datetime.date):
            covered_from = self.covered_from.isoformat()
        else:
            covered_from = self.covered_from

        flips = []
        for flips_item_data in self.flips:
            flips_item = flips_item_data.to_dict()
            flips.append(flips_item)

        grant: dict[str, Any] | None
        if isinstance(self.grant, Grant):
            grant = self.grant.to_dict()
        else:
            grant = self.grant

        missing = self.missing

        next_steps = []
        for next_steps_item_data in self.next_steps:
            next_steps_item = next_steps_item_data.to_dict()
            next_steps.append(next_steps_item)

        outcome: str = self.outcome

        policy_number: None | str
        policy_number = self.policy_number

        product: None | str
        product = self.product

        trail = []
        for trail_item_data in self.trail:
            trail_item = trail_item_data.to_dict()
            trail.append(trail_item)

        safety: dict[str, Any] | Unset = UNSET
        if not isinstance(self.safety, Unset):
            safety = self.safety.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "alternatives": alternatives,
                "amountHangsOn": amount_hangs_on,
                "coveredFrom": covered_from,
                "flips": flips,
                "grant": grant,
                "missing": missing,
                "nextSteps": next_steps,
                "outcome": outcome,
                "policyNumber": policy_number,
                "product": product,
                "trail": trail,
            }
        )
        if safety is not UNSET:
            field_dict["safety"] = safety

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.acute_safety import AcuteSafety  # noqa: PLC0415
        from ..models.alternative import Alternative  # noqa: PLC0415
        from ..models.flip import Flip  # noqa: PLC0415
        from ..models.grant import Grant  # noqa: PLC0415
        from ..models.next_step import NextStep  # noqa: PLC0415
        from ..models.open_fact import OpenFact  # noqa: PLC0415
        from ..models.trail_step import TrailStep  # noqa: PLC0415

        d = dict(src_dict)
        alternatives = []
        _alternatives = d.pop("alternatives")
        for alternatives_item_data in _alternatives:
            alternatives_item = Alternative.from_dict(alternatives_item_data)

            alternatives.append(alternatives_item)

        amount_hangs_on = []
        _amount_hangs_on = d.pop("amountHangsOn")
        for amount_hangs_on_item_data in _amount_hangs_on:
            amount_hangs_on_item = OpenFact.from_dict(amount_hangs_on_item_data)

            amount_hangs_on.append(amount_hangs_on_item)

        def _parse_covered_from(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                covered_from_type_0 = datetime.date.fromisoformat(data)

                return covered_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        covered_from = _parse_covered_from(d.pop("coveredFrom"))

        flips = []
        _flips = d.pop("flips")
        for flips_item_data in _flips:
            flips_item = Flip.from_dict(flips_item_data)

            flips.append(flips_item)

        def _parse_grant(data: object) -> Grant | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                grant_type_0 = Grant.from_dict(data)

                return grant_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Grant | None, data)

        grant = _parse_grant(d.pop("grant"))

        missing = cast(list[str], d.pop("missing"))

        next_steps = []
        _next_steps = d.pop("nextSteps")
        for next_steps_item_data in _next_steps:
            next_steps_item = NextStep.from_dict(next_steps_item_data)

            next_steps.append(next_steps_item)

        outcome = check_simulated_coverage_outcome(d.pop("outcome"))

        def _parse_policy_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        policy_number = _parse_policy_number(d.pop("policyNumber"))

        def _parse_product(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        product = _parse_product(d.pop("product"))

        trail = []
        _trail = d.pop("trail")
        for trail_item_data in _trail:
            trail_item = TrailStep.from_dict(trail_item_data)

            trail.append(trail_item)

        _safety = d.pop("safety", UNSET)
        safety: AcuteSafety | Unset
        if isinstance(_safety, Unset):
            safety = UNSET
        else:
            safety = AcuteSafety.from_dict(_safety)

        simulated_coverage = cls(
            alternatives=alternatives,
            amount_hangs_on=amount_hangs_on,
            covered_from=covered_from,
            flips=flips,
            grant=grant,
            missing=missing,
            next_steps=next_steps,
            outcome=outcome,
            policy_number=policy_number,
            product=product,
            trail=trail,
            safety=safety,
        )

        simulated_coverage.additional_properties = d
        return simulated_coverage

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
