from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.index_year import IndexYear


T = TypeVar("T", bound="IndexYearWithHistory")


@_attrs_define
class IndexYearWithHistory:
    """The latest version of a year, and all its versions.

    Attributes:
        history (list[IndexYear]): Every version of the year, oldest first.
        index (str): The index that it follows.
        percent (float): The rise in percent.
        reason (None | str): Why the year was set late or changed; null when no reason was given.
        set_at (datetime.datetime): When this version was set.
        set_by (str): Who set it: the subject of the staff login.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        year (int): The year.
    """

    history: list[IndexYear]
    index: str
    percent: float
    reason: None | str
    set_at: datetime.datetime
    set_by: str
    version: int
    year: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        history = []
        for history_item_data in self.history:
            history_item = history_item_data.to_dict()
            history.append(history_item)

        index = self.index

        percent = self.percent

        reason: None | str
        reason = self.reason

        set_at = self.set_at.isoformat()

        set_by = self.set_by

        version = self.version

        year = self.year

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "history": history,
                "index": index,
                "percent": percent,
                "reason": reason,
                "setAt": set_at,
                "setBy": set_by,
                "version": version,
                "year": year,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.index_year import IndexYear  # noqa: PLC0415

        d = dict(src_dict)
        history = []
        _history = d.pop("history")
        for history_item_data in _history:
            history_item = IndexYear.from_dict(history_item_data)

            history.append(history_item)

        index = d.pop("index")

        percent = d.pop("percent")

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        set_at = datetime.datetime.fromisoformat(d.pop("setAt"))

        set_by = d.pop("setBy")

        version = d.pop("version")

        year = d.pop("year")

        index_year_with_history = cls(
            history=history,
            index=index,
            percent=percent,
            reason=reason,
            set_at=set_at,
            set_by=set_by,
            version=version,
            year=year,
        )

        index_year_with_history.additional_properties = d
        return index_year_with_history

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
