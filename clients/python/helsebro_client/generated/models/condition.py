from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.condition_category import ConditionCategory, check_condition_category
from ..models.condition_circumstances_item import (
    ConditionCircumstancesItem,
    check_condition_circumstances_item,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="Condition")


@_attrs_define
class Condition:
    """The illness or injury.

    Attributes:
        arisen_abroad (bool | Unset): Whether it arose abroad.
        arisen_on (datetime.date | Unset): When it arose.
        category (ConditionCategory | Unset): What kind it is.
        chronic (bool | Unset): Whether it is chronic.
        circumstances (list[ConditionCircumstancesItem] | Unset): The circumstances of the harm or the treatment.
        diagnosed_on (datetime.date | Unset): When a doctor diagnosed it.
        reported_on (datetime.date | Unset): An older place of `evidence.reportedOn`, which counts first.
        sequela_of_chronic_diagnosed_on (datetime.date | None | Unset): When the chronic illness that it follows from
            was diagnosed.
        symptoms_from (datetime.date | Unset): The first day with symptoms.
    """

    arisen_abroad: bool | Unset = UNSET
    arisen_on: datetime.date | Unset = UNSET
    category: ConditionCategory | Unset = UNSET
    chronic: bool | Unset = UNSET
    circumstances: list[ConditionCircumstancesItem] | Unset = UNSET
    diagnosed_on: datetime.date | Unset = UNSET
    reported_on: datetime.date | Unset = UNSET
    sequela_of_chronic_diagnosed_on: datetime.date | None | Unset = UNSET
    symptoms_from: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        arisen_abroad = self.arisen_abroad

        arisen_on: str | Unset = UNSET
        if not isinstance(self.arisen_on, Unset):
            arisen_on = self.arisen_on.isoformat()

        category: str | Unset = UNSET
        if not isinstance(self.category, Unset):
            category = self.category

        chronic = self.chronic

        circumstances: list[str] | Unset = UNSET
        if not isinstance(self.circumstances, Unset):
            circumstances = []
            for circumstances_item_data in self.circumstances:
                circumstances_item: str = circumstances_item_data
                circumstances.append(circumstances_item)

        diagnosed_on: str | Unset = UNSET
        if not isinstance(self.diagnosed_on, Unset):
            diagnosed_on = self.diagnosed_on.isoformat()

        reported_on: str | Unset = UNSET
        if not isinstance(self.reported_on, Unset):
            reported_on = self.reported_on.isoformat()

        sequela_of_chronic_diagnosed_on: None | str | Unset
        if isinstance(self.sequela_of_chronic_diagnosed_on, Unset):
            sequela_of_chronic_diagnosed_on = UNSET
        elif isinstance(self.sequela_of_chronic_diagnosed_on, datetime.date):
            sequela_of_chronic_diagnosed_on = self.sequela_of_chronic_diagnosed_on.isoformat()
        else:
            sequela_of_chronic_diagnosed_on = self.sequela_of_chronic_diagnosed_on

        symptoms_from: str | Unset = UNSET
        if not isinstance(self.symptoms_from, Unset):
            symptoms_from = self.symptoms_from.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if arisen_abroad is not UNSET:
            field_dict["arisenAbroad"] = arisen_abroad
        if arisen_on is not UNSET:
            field_dict["arisenOn"] = arisen_on
        if category is not UNSET:
            field_dict["category"] = category
        if chronic is not UNSET:
            field_dict["chronic"] = chronic
        if circumstances is not UNSET:
            field_dict["circumstances"] = circumstances
        if diagnosed_on is not UNSET:
            field_dict["diagnosedOn"] = diagnosed_on
        if reported_on is not UNSET:
            field_dict["reportedOn"] = reported_on
        if sequela_of_chronic_diagnosed_on is not UNSET:
            field_dict["sequelaOfChronicDiagnosedOn"] = sequela_of_chronic_diagnosed_on
        if symptoms_from is not UNSET:
            field_dict["symptomsFrom"] = symptoms_from

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        arisen_abroad = d.pop("arisenAbroad", UNSET)

        _arisen_on = d.pop("arisenOn", UNSET)
        arisen_on: datetime.date | Unset
        if isinstance(_arisen_on, Unset):
            arisen_on = UNSET
        else:
            arisen_on = datetime.date.fromisoformat(_arisen_on)

        _category = d.pop("category", UNSET)
        category: ConditionCategory | Unset
        if isinstance(_category, Unset):
            category = UNSET
        else:
            category = check_condition_category(_category)

        chronic = d.pop("chronic", UNSET)

        _circumstances = d.pop("circumstances", UNSET)
        circumstances: list[ConditionCircumstancesItem] | Unset = UNSET
        if _circumstances is not UNSET:
            circumstances = []
            for circumstances_item_data in _circumstances:
                circumstances_item = check_condition_circumstances_item(circumstances_item_data)

                circumstances.append(circumstances_item)

        _diagnosed_on = d.pop("diagnosedOn", UNSET)
        diagnosed_on: datetime.date | Unset
        if isinstance(_diagnosed_on, Unset):
            diagnosed_on = UNSET
        else:
            diagnosed_on = datetime.date.fromisoformat(_diagnosed_on)

        _reported_on = d.pop("reportedOn", UNSET)
        reported_on: datetime.date | Unset
        if isinstance(_reported_on, Unset):
            reported_on = UNSET
        else:
            reported_on = datetime.date.fromisoformat(_reported_on)

        def _parse_sequela_of_chronic_diagnosed_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sequela_of_chronic_diagnosed_on_type_0 = datetime.date.fromisoformat(data)

                return sequela_of_chronic_diagnosed_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        sequela_of_chronic_diagnosed_on = _parse_sequela_of_chronic_diagnosed_on(
            d.pop("sequelaOfChronicDiagnosedOn", UNSET)
        )

        _symptoms_from = d.pop("symptomsFrom", UNSET)
        symptoms_from: datetime.date | Unset
        if isinstance(_symptoms_from, Unset):
            symptoms_from = UNSET
        else:
            symptoms_from = datetime.date.fromisoformat(_symptoms_from)

        condition = cls(
            arisen_abroad=arisen_abroad,
            arisen_on=arisen_on,
            category=category,
            chronic=chronic,
            circumstances=circumstances,
            diagnosed_on=diagnosed_on,
            reported_on=reported_on,
            sequela_of_chronic_diagnosed_on=sequela_of_chronic_diagnosed_on,
            symptoms_from=symptoms_from,
        )

        condition.additional_properties = d
        return condition

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
