from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.service_level import ServiceLevel
    from ..models.service_level_total import ServiceLevelTotal


T = TypeVar("T", bound="ServiceLevels")


@_attrs_define
class ServiceLevels:
    """How well the payer's deadlines were kept.

    Attributes:
        from_ (datetime.date): The Monday of the first week.
        items (list[ServiceLevel]): A row for each week and kind, the first week first. A kind that was counted in any
            of these weeks has a row for every week; others have none.
        to (datetime.date): The Sunday of the last week.
        totals (list[ServiceLevelTotal]): A row for each kind, of all these weeks.
    """

    from_: datetime.date
    items: list[ServiceLevel]
    to: datetime.date
    totals: list[ServiceLevelTotal]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        to = self.to.isoformat()

        totals = []
        for totals_item_data in self.totals:
            totals_item = totals_item_data.to_dict()
            totals.append(totals_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "items": items,
                "to": to,
                "totals": totals,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.service_level import ServiceLevel  # noqa: PLC0415
        from ..models.service_level_total import ServiceLevelTotal  # noqa: PLC0415

        d = dict(src_dict)
        from_ = datetime.date.fromisoformat(d.pop("from"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = ServiceLevel.from_dict(items_item_data)

            items.append(items_item)

        to = datetime.date.fromisoformat(d.pop("to"))

        totals = []
        _totals = d.pop("totals")
        for totals_item_data in _totals:
            totals_item = ServiceLevelTotal.from_dict(totals_item_data)

            totals.append(totals_item)

        service_levels = cls(
            from_=from_,
            items=items,
            to=to,
            totals=totals,
        )

        service_levels.additional_properties = d
        return service_levels

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
