from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.treatment_window_treatments_item import (
    TreatmentWindowTreatmentsItem,
    check_treatment_window_treatments_item,
)

T = TypeVar("T", bound="TreatmentWindow")


@_attrs_define
class TreatmentWindow:
    """How long a treatment that has begun is covered.

    Attributes:
        clause (str): The clause of the terms.
        over (bool): Whether the last day has passed.
        rule (str): The rule of the terms.
        text (str): What the clause says, in the caller's language.
        treatments (list[TreatmentWindowTreatmentsItem]): The treatments that it is for; empty when it is for all.
        window_from (datetime.date): Its first day.
        window_until (datetime.date): Its last day.
    """

    clause: str
    over: bool
    rule: str
    text: str
    treatments: list[TreatmentWindowTreatmentsItem]
    window_from: datetime.date
    window_until: datetime.date
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

        window_from = self.window_from.isoformat()

        window_until = self.window_until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clause": clause,
                "over": over,
                "rule": rule,
                "text": text,
                "treatments": treatments,
                "windowFrom": window_from,
                "windowUntil": window_until,
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
            treatments_item = check_treatment_window_treatments_item(treatments_item_data)

            treatments.append(treatments_item)

        window_from = datetime.date.fromisoformat(d.pop("windowFrom"))

        window_until = datetime.date.fromisoformat(d.pop("windowUntil"))

        treatment_window = cls(
            clause=clause,
            over=over,
            rule=rule,
            text=text,
            treatments=treatments,
            window_from=window_from,
            window_until=window_until,
        )

        treatment_window.additional_properties = d
        return treatment_window

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
