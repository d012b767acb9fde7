from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.treated_problem_category import (
    TreatedProblemCategory,
    check_treated_problem_category,
)
from ..models.treated_problem_cause import (
    TreatedProblemCause,
    check_treated_problem_cause,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="TreatedProblem")


@_attrs_define
class TreatedProblem:
    """What the person reported.

    Attributes:
        cause (TreatedProblemCause): Whether it has its cause in work or in leisure.
        description (str): The person's own words.
        arisen_on (datetime.date | Unset): When it arose, if known.
        category (TreatedProblemCategory | Unset): What kind of illness or injury it is, if known.
        chronic (bool | Unset): Whether it is chronic, if known.
        diagnosed_on (datetime.date | Unset): When a doctor diagnosed it, if known.
        symptoms_from (datetime.date | Unset): The first day with symptoms, if known.
    """

    cause: TreatedProblemCause
    description: str
    arisen_on: datetime.date | Unset = UNSET
    category: TreatedProblemCategory | Unset = UNSET
    chronic: bool | Unset = UNSET
    diagnosed_on: datetime.date | Unset = UNSET
    symptoms_from: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cause: str = self.cause

        description = self.description

        arisen_on: str | Unset = UNSET
        if not isinstance(self.arisen_on, Unset):
            arisen_on = self.arisen_on.isoformat()

        category: str | Unset = UNSET
        if not isinstance(self.category, Unset):
            category = self.category

        chronic = self.chronic

        diagnosed_on: str | Unset = UNSET
        if not isinstance(self.diagnosed_on, Unset):
            diagnosed_on = self.diagnosed_on.isoformat()

        symptoms_from: str | Unset = UNSET
        if not isinstance(self.symptoms_from, Unset):
            symptoms_from = self.symptoms_from.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cause": cause,
                "description": description,
            }
        )
        if arisen_on is not UNSET:
            field_dict["arisenOn"] = arisen_on
        if category is not UNSET:
            field_dict["category"] = category
        if chronic is not UNSET:
            field_dict["chronic"] = chronic
        if diagnosed_on is not UNSET:
            field_dict["diagnosedOn"] = diagnosed_on
        if symptoms_from is not UNSET:
            field_dict["symptomsFrom"] = symptoms_from

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cause = check_treated_problem_cause(d.pop("cause"))

        description = d.pop("description")

        _arisen_on = d.pop("arisenOn", UNSET)
        arisen_on: datetime.date | Unset
        if isinstance(_arisen_on, Unset):
            arisen_on = UNSET
        else:
            arisen_on = datetime.date.fromisoformat(_arisen_on)

        _category = d.pop("category", UNSET)
        category: TreatedProblemCategory | Unset
        if isinstance(_category, Unset):
            category = UNSET
        else:
            category = check_treated_problem_category(_category)

        chronic = d.pop("chronic", UNSET)

        _diagnosed_on = d.pop("diagnosedOn", UNSET)
        diagnosed_on: datetime.date | Unset
        if isinstance(_diagnosed_on, Unset):
            diagnosed_on = UNSET
        else:
            diagnosed_on = datetime.date.fromisoformat(_diagnosed_on)

        _symptoms_from = d.pop("symptomsFrom", UNSET)
        symptoms_from: datetime.date | Unset
        if isinstance(_symptoms_from, Unset):
            symptoms_from = UNSET
        else:
            symptoms_from = datetime.date.fromisoformat(_symptoms_from)

        treated_problem = cls(
            cause=cause,
            description=description,
            arisen_on=arisen_on,
            category=category,
            chronic=chronic,
            diagnosed_on=diagnosed_on,
            symptoms_from=symptoms_from,
        )

        treated_problem.additional_properties = d
        return treated_problem

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
