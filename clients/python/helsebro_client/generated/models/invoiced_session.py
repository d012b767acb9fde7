from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="InvoicedSession")


@_attrs_define
class InvoicedSession:
    """A session that an invoice names. It names no client and no diagnosis.

    Attributes:
        booking_id (str): The id of the booking.
        on (datetime.date): When it was held.
        service (str): The service that was booked.
        agreed (Money | Unset): An amount of 0 or more, with at most two decimals.
        amount (Money | Unset): An amount of 0 or more, with at most two decimals.
        practitioner (str | Unset): Who held it; absent where it is not known.
    """

    booking_id: str
    on: datetime.date
    service: str
    agreed: Money | Unset = UNSET
    amount: Money | Unset = UNSET
    practitioner: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        booking_id = self.booking_id

        on = self.on.isoformat()

        service = self.service

        agreed: dict[str, Any] | Unset = UNSET
        if not isinstance(self.agreed, Unset):
            agreed = self.agreed.to_dict()

        amount: dict[str, Any] | Unset = UNSET
        if not isinstance(self.amount, Unset):
            amount = self.amount.to_dict()

        practitioner = self.practitioner

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bookingId": booking_id,
                "on": on,
                "service": service,
            }
        )
        if agreed is not UNSET:
            field_dict["agreed"] = agreed
        if amount is not UNSET:
            field_dict["amount"] = amount
        if practitioner is not UNSET:
            field_dict["practitioner"] = practitioner

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        booking_id = d.pop("bookingId")

        on = datetime.date.fromisoformat(d.pop("on"))

        service = d.pop("service")

        _agreed = d.pop("agreed", UNSET)
        agreed: Money | Unset
        if isinstance(_agreed, Unset):
            agreed = UNSET
        else:
            agreed = Money.from_dict(_agreed)

        _amount = d.pop("amount", UNSET)
        amount: Money | Unset
        if isinstance(_amount, Unset):
            amount = UNSET
        else:
            amount = Money.from_dict(_amount)

        practitioner = d.pop("practitioner", UNSET)

        invoiced_session = cls(
            booking_id=booking_id,
            on=on,
            service=service,
            agreed=agreed,
            amount=amount,
            practitioner=practitioner,
        )

        invoiced_session.additional_properties = d
        return invoiced_session

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
