from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.other_session_way import OtherSessionWay, check_other_session_way
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="OtherSession")


@_attrs_define
class OtherSession:
    """Another session of the same client and day.

    Attributes:
        id (str): The id of the invoice or refund, of the payable of a session that is paid without an invoice, or of
            the booking on the other line.
        on (datetime.date): The day of both.
        way (OtherSessionWay): `invoice` or `refund`: how the other one is paid. `session`: it is paid without an
            invoice. `line`: it is on another line of the same invoice.
        amount (Money | Unset): An amount of 0 or more, with at most two decimals.
        number (str | Unset): The number of the other invoice.
        practitioner (str | Unset): Who held it; absent where it is not known.
    """

    id: str
    on: datetime.date
    way: OtherSessionWay
    amount: Money | Unset = UNSET
    number: str | Unset = UNSET
    practitioner: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        on = self.on.isoformat()

        way: str = self.way

        amount: dict[str, Any] | Unset = UNSET
        if not isinstance(self.amount, Unset):
            amount = self.amount.to_dict()

        number = self.number

        practitioner = self.practitioner

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "on": on,
                "way": way,
            }
        )
        if amount is not UNSET:
            field_dict["amount"] = amount
        if number is not UNSET:
            field_dict["number"] = number
        if practitioner is not UNSET:
            field_dict["practitioner"] = practitioner

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        on = datetime.date.fromisoformat(d.pop("on"))

        way = check_other_session_way(d.pop("way"))

        _amount = d.pop("amount", UNSET)
        amount: Money | Unset
        if isinstance(_amount, Unset):
            amount = UNSET
        else:
            amount = Money.from_dict(_amount)

        number = d.pop("number", UNSET)

        practitioner = d.pop("practitioner", UNSET)

        other_session = cls(
            id=id,
            on=on,
            way=way,
            amount=amount,
            number=number,
            practitioner=practitioner,
        )

        other_session.additional_properties = d
        return other_session

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
