from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.statement_line import StatementLine
    from ..models.statement_sum import StatementSum


T = TypeVar("T", bound="StatementLinePage")


@_attrs_define
class StatementLinePage:
    """A page of a list.

    Attributes:
        from_ (datetime.date): The first day.
        items (list[StatementLine]): The things of this page.
        next_cursor (None | str): The cursor of the next page; null on the last.
        until (datetime.date): The last day.
        sums (list[StatementSum] | Unset): The sums of the whole period. Absent on pages after the first.
    """

    from_: datetime.date
    items: list[StatementLine]
    next_cursor: None | str
    until: datetime.date
    sums: list[StatementSum] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        next_cursor: None | str
        next_cursor = self.next_cursor

        until = self.until.isoformat()

        sums: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.sums, Unset):
            sums = []
            for sums_item_data in self.sums:
                sums_item = sums_item_data.to_dict()
                sums.append(sums_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "items": items,
                "nextCursor": next_cursor,
                "until": until,
            }
        )
        if sums is not UNSET:
            field_dict["sums"] = sums

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.statement_line import StatementLine  # noqa: PLC0415
        from ..models.statement_sum import StatementSum  # noqa: PLC0415

        d = dict(src_dict)
        from_ = datetime.date.fromisoformat(d.pop("from"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = StatementLine.from_dict(items_item_data)

            items.append(items_item)

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("nextCursor"))

        until = datetime.date.fromisoformat(d.pop("until"))

        _sums = d.pop("sums", UNSET)
        sums: list[StatementSum] | Unset = UNSET
        if _sums is not UNSET:
            sums = []
            for sums_item_data in _sums:
                sums_item = StatementSum.from_dict(sums_item_data)

                sums.append(sums_item)

        statement_line_page = cls(
            from_=from_,
            items=items,
            next_cursor=next_cursor,
            until=until,
            sums=sums,
        )

        statement_line_page.additional_properties = d
        return statement_line_page

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
