from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewIndexYear")


@_attrs_define
class NewIndexYear:
    """By how much the sums rise on 1 January of a year.

    Attributes:
        percent (float): The rise in percent: a number of at most three decimals.
        index (str | Unset): The index that it follows; that of the terms when absent. Default: 'lønindeks for den
            private sektor'.
        reason (None | str | Unset): Why it is set late or changed. A year that has begun needs a reason.
    """

    percent: float
    index: str | Unset = "lønindeks for den private sektor"
    reason: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        percent = self.percent

        index = self.index

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "percent": percent,
            }
        )
        if index is not UNSET:
            field_dict["index"] = index
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        percent = d.pop("percent")

        index = d.pop("index", UNSET)

        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        new_index_year = cls(
            percent=percent,
            index=index,
            reason=reason,
        )

        return new_index_year
