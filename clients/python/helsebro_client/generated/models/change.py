from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.change_outcome_type_0 import (
    ChangeOutcomeType0,
    check_change_outcome_type_0,
)

T = TypeVar("T", bound="Change")


@_attrs_define
class Change:
    """Something that would change the outcome: another value of a fact, a missing fact, or waiting.

    Attributes:
        fact (str): A fact, by its path in the body of a simulation.
        outcome (ChangeOutcomeType0 | None): The outcome with that value; null while it is missing.
        sentence (str): The same in a sentence, in the caller's language.
        value (Any): The value it would need; the first day if waiting helps; null while it is missing.
    """

    fact: str
    outcome: ChangeOutcomeType0 | None
    sentence: str
    value: Any
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        fact = self.fact

        outcome: None | str
        if isinstance(self.outcome, str):
            outcome = self.outcome
        else:
            outcome = self.outcome

        sentence = self.sentence

        value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "fact": fact,
                "outcome": outcome,
                "sentence": sentence,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        fact = d.pop("fact")

        def _parse_outcome(data: object) -> ChangeOutcomeType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = check_change_outcome_type_0(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChangeOutcomeType0 | None, data)

        outcome = _parse_outcome(d.pop("outcome"))

        sentence = d.pop("sentence")

        value = d.pop("value")

        change = cls(
            fact=fact,
            outcome=outcome,
            sentence=sentence,
            value=value,
        )

        change.additional_properties = d
        return change

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
