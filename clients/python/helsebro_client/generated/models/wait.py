from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.wait_treatments_item import WaitTreatmentsItem, check_wait_treatments_item

T = TypeVar("T", bound="Wait")


@_attrs_define
class Wait:
    """A waiting period.

    Attributes:
        clause (str): The clause of the terms.
        over (bool): Whether that day has come.
        rule (str): The rule of the terms.
        text (str): What the clause says, in the caller's language.
        treatments (list[WaitTreatmentsItem]): The treatments that it is for; empty when it is for all.
        until (datetime.date): The first day after it.
    """

    clause: str
    over: bool
    rule: str
    text: str
    treatments: list[WaitTreatmentsItem]
    until: datetime.date
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clause = self.clause

        over = self.over

        rule = self.rule

        text = self.text

        treatments = []
        for treatments_item_data in self.treatments:
            treatments_item: str = treatments_item_data
            treatments.append(treatments_item)

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clause": clause,
                "over": over,
                "rule": rule,
                "text": text,
                "treatments": treatments,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clause = d.pop("clause")

        over = d.pop("over")

        rule = d.pop("rule")

        text = d.pop("text")

        treatments = []
        _treatments = d.pop("treatments")
        for treatments_item_data in _treatments:
            treatments_item = check_wait_treatments_item(treatments_item_data)

            treatments.append(treatments_item)

        until = datetime.date.fromisoformat(d.pop("until"))

        wait = cls(
            clause=clause,
            over=over,
            rule=rule,
            text=text,
            treatments=treatments,
            until=until,
        )

        wait.additional_properties = d
        return wait

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
