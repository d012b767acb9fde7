from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.asked_fact_asked_of import AskedFactAskedOf, check_asked_fact_asked_of

T = TypeVar("T", bound="AskedFact")


@_attrs_define
class AskedFact:
    """A missing fact that leaves the amount open, and who can answer it.

    Attributes:
        asked_of (AskedFactAskedOf): Who can answer it.
        fact (str): A fact, by its path in the body of a simulation.
        question (str): What the member is asked, in the caller's language.
    """

    asked_of: AskedFactAskedOf
    fact: str
    question: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        asked_of: str = self.asked_of

        fact = self.fact

        question = self.question

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "askedOf": asked_of,
                "fact": fact,
                "question": question,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        asked_of = check_asked_fact_asked_of(d.pop("askedOf"))

        fact = d.pop("fact")

        question = d.pop("question")

        asked_fact = cls(
            asked_of=asked_of,
            fact=fact,
            question=question,
        )

        asked_fact.additional_properties = d
        return asked_fact

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
