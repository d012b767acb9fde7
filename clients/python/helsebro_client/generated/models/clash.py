from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.clash_certainty import ClashCertainty, check_clash_certainty
from ..models.clash_way import ClashWay, check_clash_way

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="Clash")


@_attrs_define
class Clash:
    """What was paid for the same treatment of the person on the same day.

    Attributes:
        amount (Money): An amount of 0 or more, with at most two decimals.
        certainty (ClashCertainty): `certain`: it is the same session, and an approval is refused. `perhaps`: two
            practitioners are named, so that it may be another session.
        decided_on (datetime.date): When it was accepted or approved.
        paid_by (str): The invoice or refund that paid it.
        way (ClashWay): How it was paid.
    """

    amount: Money
    certainty: ClashCertainty
    decided_on: datetime.date
    paid_by: str
    way: ClashWay
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        certainty: str = self.certainty

        decided_on = self.decided_on.isoformat()

        paid_by = self.paid_by

        way: str = self.way

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "certainty": certainty,
                "decidedOn": decided_on,
                "paidBy": paid_by,
                "way": way,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        certainty = check_clash_certainty(d.pop("certainty"))

        decided_on = datetime.date.fromisoformat(d.pop("decidedOn"))

        paid_by = d.pop("paidBy")

        way = check_clash_way(d.pop("way"))

        clash = cls(
            amount=amount,
            certainty=certainty,
            decided_on=decided_on,
            paid_by=paid_by,
            way=way,
        )

        clash.additional_properties = d
        return clash

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
