from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.second_look_outcome import SecondLookOutcome, check_second_look_outcome

T = TypeVar("T", bound="SecondLook")


@_attrs_define
class SecondLook:
    """The decision that is looked at again.

    Attributes:
        clause (str): The clause that it rests on; empty where none is known.
        decided_at (datetime.datetime): When.
        outcome (SecondLookOutcome): What was decided.
        product (str): The terms that print the clause.
        task_id (str): The task that was decided.
    """

    clause: str
    decided_at: datetime.datetime
    outcome: SecondLookOutcome
    product: str
    task_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clause = self.clause

        decided_at = self.decided_at.isoformat()

        outcome: str = self.outcome

        product = self.product

        task_id = self.task_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clause": clause,
                "decidedAt": decided_at,
                "outcome": outcome,
                "product": product,
                "taskId": task_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clause = d.pop("clause")

        decided_at = datetime.datetime.fromisoformat(d.pop("decidedAt"))

        outcome = check_second_look_outcome(d.pop("outcome"))

        product = d.pop("product")

        task_id = d.pop("taskId")

        second_look = cls(
            clause=clause,
            decided_at=decided_at,
            outcome=outcome,
            product=product,
            task_id=task_id,
        )

        second_look.additional_properties = d
        return second_look

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
