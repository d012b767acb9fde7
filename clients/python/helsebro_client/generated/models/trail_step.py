from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.trail_step_effect import TrailStepEffect, check_trail_step_effect
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.trail_step_facts import TrailStepFacts


T = TypeVar("T", bound="TrailStep")


@_attrs_define
class TrailStep:
    """A rule that bore on the answer, with its clause as printed in the terms.

    Attributes:
        clause (str): The clause of the terms.
        effect (TrailStepEffect): What the rule does.
        facts (TrailStepFacts): The facts of the case that the rule used.
        rule (str): The rule of the terms.
        detail (str | Unset): What the clause says, in the caller's language.
    """

    clause: str
    effect: TrailStepEffect
    facts: TrailStepFacts
    rule: str
    detail: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clause = self.clause

        effect: str = self.effect

        facts = self.facts.to_dict()

        rule = self.rule

        detail = self.detail

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clause": clause,
                "effect": effect,
                "facts": facts,
                "rule": rule,
            }
        )
        if detail is not UNSET:
            field_dict["detail"] = detail

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.trail_step_facts import TrailStepFacts  # noqa: PLC0415

        d = dict(src_dict)
        clause = d.pop("clause")

        effect = check_trail_step_effect(d.pop("effect"))

        facts = TrailStepFacts.from_dict(d.pop("facts"))

        rule = d.pop("rule")

        detail = d.pop("detail", UNSET)

        trail_step = cls(
            clause=clause,
            effect=effect,
            facts=facts,
            rule=rule,
            detail=detail,
        )

        trail_step.additional_properties = d
        return trail_step

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
