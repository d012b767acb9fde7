from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.proposal_outcome import ProposalOutcome, check_proposal_outcome
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.asked_fact import AskedFact
    from ..models.flip import Flip
    from ..models.proposed_grant import ProposedGrant
    from ..models.proposed_treatment import ProposedTreatment
    from ..models.trail_step import TrailStep


T = TypeVar("T", bound="Proposal")


@_attrs_define
class Proposal:
    """The engine's answer on the subject of a task.

    For a refund it has the worst outcome, every rule and the sum; `treatments` holds the rest.

        Attributes:
            language (str): The language of its texts: `da`, `nb` or `en`.
            outcome (ProposalOutcome): `covered`, `not-covered` by a rule, `refer` to a person, or `needs-evidence`: a fact
                or paper that decides is missing.
            trail (list[TrailStep]): Every rule that bore on the answer.
            amount_hangs_on (list[AskedFact] | Unset): The missing facts that leave the amount open.
            covered_from (datetime.date | Unset): The first day on which waiting alone makes it covered.
            flips (list[Flip] | Unset): Every single fact that would give a better outcome.
            grant (ProposedGrant | Unset): What the engine would grant, after every cap and subsidy.
            missing (list[str] | Unset): The facts that decide and are missing, by their path in the body of a simulation;
                of a denial only those that can turn it.
            policy_number (str | Unset): The policy that answers.
            product (str | Unset): The name of the terms of the policy.
            treatments (list[ProposedTreatment] | Unset): The answer on each treatment of the bills, for a refund only.
    """

    language: str
    outcome: ProposalOutcome
    trail: list[TrailStep]
    amount_hangs_on: list[AskedFact] | Unset = UNSET
    covered_from: datetime.date | Unset = UNSET
    flips: list[Flip] | Unset = UNSET
    grant: ProposedGrant | Unset = UNSET
    missing: list[str] | Unset = UNSET
    policy_number: str | Unset = UNSET
    product: str | Unset = UNSET
    treatments: list[ProposedTreatment] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        language = self.language

        outcome: str = self.outcome

        trail = []
        for trail_item_data in self.trail:
            trail_item = trail_item_data.to_dict()
            trail.append(trail_item)

        amount_hangs_on: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.amount_hangs_on, Unset):
            amount_hangs_on = []
            for amount_hangs_on_item_data in self.amount_hangs_on:
                amount_hangs_on_item = amount_hangs_on_item_data.to_dict()
                amount_hangs_on.append(amount_hangs_on_item)

        covered_from: str | Unset = UNSET
        if not isinstance(self.covered_from, Unset):
            covered_from = self.covered_from.isoformat()

        flips: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.flips, Unset):
            flips = []
            for flips_item_data in self.flips:
                flips_item = flips_item_data.to_dict()
                flips.append(flips_item)

        grant: dict[str, Any] | Unset = UNSET
        if not isinstance(self.grant, Unset):
            grant = self.grant.to_dict()

        missing: list[str] | Unset = UNSET
        if not isinstance(self.missing, Unset):
            missing = self.missing

        policy_number = self.policy_number

        product = self.product

        treatments: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.treatments, Unset):
            treatments = []
            for treatments_item_data in self.treatments:
                treatments_item = treatments_item_data.to_dict()
                treatments.append(treatments_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "language": language,
                "outcome": outcome,
                "trail": trail,
            }
        )
        if amount_hangs_on is not UNSET:
            field_dict["amountHangsOn"] = amount_hangs_on
        if covered_from is not UNSET:
            field_dict["coveredFrom"] = covered_from
        if flips is not UNSET:
            field_dict["flips"] = flips
        if grant is not UNSET:
            field_dict["grant"] = grant
        if missing is not UNSET:
            field_dict["missing"] = missing
        if policy_number is not UNSET:
            field_dict["policyNumber"] = policy_number
        if product is not UNSET:
            field_dict["product"] = product
        if treatments is not UNSET:
            field_dict["treatments"] = treatments

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asked_fact import AskedFact  # noqa: PLC0415
        from ..models.flip import Flip  # noqa: PLC0415
        from ..models.proposed_grant import ProposedGrant  # noqa: PLC0415
        from ..models.proposed_treatment import ProposedTreatment  # noqa: PLC0415
        from ..models.trail_step import TrailStep  # noqa: PLC0415

        d = dict(src_dict)
        language = d.pop("language")

        outcome = check_proposal_outcome(d.pop("outcome"))

        trail = []
        _trail = d.pop("trail")
        for trail_item_data in _trail:
            trail_item = TrailStep.from_dict(trail_item_data)

            trail.append(trail_item)

        _amount_hangs_on = d.pop("amountHangsOn", UNSET)
        amount_hangs_on: list[AskedFact] | Unset = UNSET
        if _amount_hangs_on is not UNSET:
            amount_hangs_on = []
            for amount_hangs_on_item_data in _amount_hangs_on:
                amount_hangs_on_item = AskedFact.from_dict(amount_hangs_on_item_data)

                amount_hangs_on.append(amount_hangs_on_item)

        _covered_from = d.pop("coveredFrom", UNSET)
        covered_from: datetime.date | Unset
        if isinstance(_covered_from, Unset):
            covered_from = UNSET
        else:
            covered_from = datetime.date.fromisoformat(_covered_from)

        _flips = d.pop("flips", UNSET)
        flips: list[Flip] | Unset = UNSET
        if _flips is not UNSET:
            flips = []
            for flips_item_data in _flips:
                flips_item = Flip.from_dict(flips_item_data)

                flips.append(flips_item)

        _grant = d.pop("grant", UNSET)
        grant: ProposedGrant | Unset
        if isinstance(_grant, Unset):
            grant = UNSET
        else:
            grant = ProposedGrant.from_dict(_grant)

        missing = cast(list[str], d.pop("missing", UNSET))

        policy_number = d.pop("policyNumber", UNSET)

        product = d.pop("product", UNSET)

        _treatments = d.pop("treatments", UNSET)
        treatments: list[ProposedTreatment] | Unset = UNSET
        if _treatments is not UNSET:
            treatments = []
            for treatments_item_data in _treatments:
                treatments_item = ProposedTreatment.from_dict(treatments_item_data)

                treatments.append(treatments_item)

        proposal = cls(
            language=language,
            outcome=outcome,
            trail=trail,
            amount_hangs_on=amount_hangs_on,
            covered_from=covered_from,
            flips=flips,
            grant=grant,
            missing=missing,
            policy_number=policy_number,
            product=product,
            treatments=treatments,
        )

        proposal.additional_properties = d
        return proposal

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
