from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.difference import Difference


T = TypeVar("T", bound="Reconciliation")


@_attrs_define
class Reconciliation:
    """A night's comparison of the ledger with what it books.

    Attributes:
        began_at (datetime.datetime): When it began.
        cases (int): How many cases were compared.
        day (datetime.date): The local day on which it began.
        differences (int): How many differences there are.
        listed (list[Difference]): The first of them, at most 50. Each case has a task in the queue `payments`.
        ended_at (datetime.datetime | Unset): When every case was compared. Absent until then.
    """

    began_at: datetime.datetime
    cases: int
    day: datetime.date
    differences: int
    listed: list[Difference]
    ended_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        began_at = self.began_at.isoformat()

        cases = self.cases

        day = self.day.isoformat()

        differences = self.differences

        listed = []
        for listed_item_data in self.listed:
            listed_item = listed_item_data.to_dict()
            listed.append(listed_item)

        ended_at: str | Unset = UNSET
        if not isinstance(self.ended_at, Unset):
            ended_at = self.ended_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "beganAt": began_at,
                "cases": cases,
                "day": day,
                "differences": differences,
                "listed": listed,
            }
        )
        if ended_at is not UNSET:
            field_dict["endedAt"] = ended_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.difference import Difference  # noqa: PLC0415

        d = dict(src_dict)
        began_at = datetime.datetime.fromisoformat(d.pop("beganAt"))

        cases = d.pop("cases")

        day = datetime.date.fromisoformat(d.pop("day"))

        differences = d.pop("differences")

        listed = []
        _listed = d.pop("listed")
        for listed_item_data in _listed:
            listed_item = Difference.from_dict(listed_item_data)

            listed.append(listed_item)

        _ended_at = d.pop("endedAt", UNSET)
        ended_at: datetime.datetime | Unset
        if isinstance(_ended_at, Unset):
            ended_at = UNSET
        else:
            ended_at = datetime.datetime.fromisoformat(_ended_at)

        reconciliation = cls(
            began_at=began_at,
            cases=cases,
            day=day,
            differences=differences,
            listed=listed,
            ended_at=ended_at,
        )

        reconciliation.additional_properties = d
        return reconciliation

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
