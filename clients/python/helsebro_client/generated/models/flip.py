from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.flip_outcome import FlipOutcome, check_flip_outcome

T = TypeVar("T", bound="Flip")


@_attrs_define
class Flip:
    """One fact that would give a better outcome if it had this value.

    Attributes:
        fact (str): A fact, by its path in the body of a simulation.
        outcome (FlipOutcome): `covered`, `not-covered` by a rule, `refer` to a person, or `needs-evidence`: a fact or
            paper that decides is missing.
        value (Any): The value it would need.
    """

    fact: str
    outcome: FlipOutcome
    value: Any
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        fact = self.fact

        outcome: str = self.outcome

        value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "fact": fact,
                "outcome": outcome,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        fact = d.pop("fact")

        outcome = check_flip_outcome(d.pop("outcome"))

        value = d.pop("value")

        flip = cls(
            fact=fact,
            outcome=outcome,
            value=value,
        )

        flip.additional_properties = d
        return flip

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
