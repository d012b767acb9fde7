from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.illness_category_type_0 import (
    IllnessCategoryType0,
    check_illness_category_type_0,
)

T = TypeVar("T", bound="Illness")


@_attrs_define
class Illness:
    """The illness or injury that a benefit counts for.

    Attributes:
        arisen_on (datetime.date | None): When it arose; null when it is not known.
        category (IllnessCategoryType0 | None): What kind it is; null when it is not known.
        claim_ids (list[str]): The claims that report it.
    """

    arisen_on: datetime.date | None
    category: IllnessCategoryType0 | None
    claim_ids: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        arisen_on: None | str
        if isinstance(self.arisen_on, datetime.date):
            arisen_on = self.arisen_on.isoformat()
        else:
            arisen_on = self.arisen_on

        category: None | str
        if isinstance(self.category, str):
            category = self.category
        else:
            category = self.category

        claim_ids = self.claim_ids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "arisenOn": arisen_on,
                "category": category,
                "claimIds": claim_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_arisen_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                arisen_on_type_0 = datetime.date.fromisoformat(data)

                return arisen_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        arisen_on = _parse_arisen_on(d.pop("arisenOn"))

        def _parse_category(data: object) -> IllnessCategoryType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                category_type_0 = check_illness_category_type_0(data)

                return category_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(IllnessCategoryType0 | None, data)

        category = _parse_category(d.pop("category"))

        claim_ids = cast(list[str], d.pop("claimIds"))

        illness = cls(
            arisen_on=arisen_on,
            category=category,
            claim_ids=claim_ids,
        )

        illness.additional_properties = d
        return illness

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
