from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.replayed_decision_treatment import (
    ReplayedDecisionTreatment,
    check_replayed_decision_treatment,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.decision_result import DecisionResult


T = TypeVar("T", bound="ReplayedDecision")


@_attrs_define
class ReplayedDecision:
    """A decision that other terms or parameters would change.

    Attributes:
        as_of (datetime.date): The day for which it was decided.
        claim_id (str): The id of the claim.
        decided_at (datetime.datetime): When it was decided.
        decision_id (str): The id of the decision.
        from_ (DecisionResult): The outcome of a decision, and what it grants as far as that is known.
        product (None | str): The terms under which it was decided; null without a policy.
        rules (list[str]): The rules that differ, in the order of the terms.
        to (DecisionResult): The outcome of a decision, and what it grants as far as that is known.
        extension_id (str | Unset): The id of the extension.
        guarantee_id (str | Unset): The id of the guarantee.
        person_id (str | Unset): The id of the person. Absent for staff who may not read cases.
        refund_id (str | Unset): The id of the refund.
        treatment (ReplayedDecisionTreatment | Unset): The treatment. Absent for staff who may not read cases.
    """

    as_of: datetime.date
    claim_id: str
    decided_at: datetime.datetime
    decision_id: str
    from_: DecisionResult
    product: None | str
    rules: list[str]
    to: DecisionResult
    extension_id: str | Unset = UNSET
    guarantee_id: str | Unset = UNSET
    person_id: str | Unset = UNSET
    refund_id: str | Unset = UNSET
    treatment: ReplayedDecisionTreatment | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        as_of = self.as_of.isoformat()

        claim_id = self.claim_id

        decided_at = self.decided_at.isoformat()

        decision_id = self.decision_id

        from_ = self.from_.to_dict()

        product: None | str
        product = self.product

        rules = self.rules

        to = self.to.to_dict()

        extension_id = self.extension_id

        guarantee_id = self.guarantee_id

        person_id = self.person_id

        refund_id = self.refund_id

        treatment: str | Unset = UNSET
        if not isinstance(self.treatment, Unset):
            treatment = self.treatment

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "asOf": as_of,
                "claimId": claim_id,
                "decidedAt": decided_at,
                "decisionId": decision_id,
                "from": from_,
                "product": product,
                "rules": rules,
                "to": to,
            }
        )
        if extension_id is not UNSET:
            field_dict["extensionId"] = extension_id
        if guarantee_id is not UNSET:
            field_dict["guaranteeId"] = guarantee_id
        if person_id is not UNSET:
            field_dict["personId"] = person_id
        if refund_id is not UNSET:
            field_dict["refundId"] = refund_id
        if treatment is not UNSET:
            field_dict["treatment"] = treatment

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.decision_result import DecisionResult  # noqa: PLC0415

        d = dict(src_dict)
        as_of = datetime.date.fromisoformat(d.pop("asOf"))

        claim_id = d.pop("claimId")

        decided_at = datetime.datetime.fromisoformat(d.pop("decidedAt"))

        decision_id = d.pop("decisionId")

        from_ = DecisionResult.from_dict(d.pop("from"))

        def _parse_product(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        product = _parse_product(d.pop("product"))

        rules = cast(list[str], d.pop("rules"))

        to = DecisionResult.from_dict(d.pop("to"))

        extension_id = d.pop("extensionId", UNSET)

        guarantee_id = d.pop("guaranteeId", UNSET)

        person_id = d.pop("personId", UNSET)

        refund_id = d.pop("refundId", UNSET)

        _treatment = d.pop("treatment", UNSET)
        treatment: ReplayedDecisionTreatment | Unset
        if isinstance(_treatment, Unset):
            treatment = UNSET
        else:
            treatment = check_replayed_decision_treatment(_treatment)

        replayed_decision = cls(
            as_of=as_of,
            claim_id=claim_id,
            decided_at=decided_at,
            decision_id=decision_id,
            from_=from_,
            product=product,
            rules=rules,
            to=to,
            extension_id=extension_id,
            guarantee_id=guarantee_id,
            person_id=person_id,
            refund_id=refund_id,
            treatment=treatment,
        )

        replayed_decision.additional_properties = d
        return replayed_decision

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
