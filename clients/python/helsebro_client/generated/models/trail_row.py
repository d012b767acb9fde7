from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.trail_row_facts import TrailRowFacts


T = TypeVar("T", bound="TrailRow")


@_attrs_define
class TrailRow:
    """A rule that bore on the answer, with its clause and a sentence about the case.

    Attributes:
        clause (str): The clause of the terms.
        clause_text (str): What the clause says, in the caller's language; empty if the terms no longer have it.
        detail (str): What the rule says of this case, in the caller's language.
        facts (TrailRowFacts): The facts that the rule read, by their path in the body of a simulation, and what it
            computed (`from`, `until`, `limit`, `used`, `left`, `most`).
        rule (str): The rule of the terms. Empty in `because` for what no rule says, such as the reason that staff
            wrote: then `clause`, `clauseText` and `facts` are empty too.
    """

    clause: str
    clause_text: str
    detail: str
    facts: TrailRowFacts
    rule: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clause = self.clause

        clause_text = self.clause_text

        detail = self.detail

        facts = self.facts.to_dict()

        rule = self.rule

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clause": clause,
                "clauseText": clause_text,
                "detail": detail,
                "facts": facts,
                "rule": rule,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.trail_row_facts import TrailRowFacts  # noqa: PLC0415

        d = dict(src_dict)
        clause = d.pop("clause")

        clause_text = d.pop("clauseText")

        detail = d.pop("detail")

        facts = TrailRowFacts.from_dict(d.pop("facts"))

        rule = d.pop("rule")

        trail_row = cls(
            clause=clause,
            clause_text=clause_text,
            detail=detail,
            facts=facts,
            rule=rule,
        )

        trail_row.additional_properties = d
        return trail_row

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
