from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.proposed_grant_price_for import (
    ProposedGrantPriceFor,
    check_proposed_grant_price_for,
)
from ..models.proposed_grant_settlement import (
    ProposedGrantSettlement,
    check_proposed_grant_settlement,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="ProposedGrant")


@_attrs_define
class ProposedGrant:
    """What the engine would grant, after every cap and subsidy.

    Attributes:
        begin_by (datetime.date | Unset): The last day to begin the treatment.
        first_session (Money | Unset): An amount of 0 or more, with at most two decimals.
        hours (float | Unset): How many hours.
        payable (Money | Unset): An amount of 0 or more, with at most two decimals.
        per_session (Money | Unset): An amount of 0 or more, with at most two decimals.
        price_for (ProposedGrantPriceFor | Unset): What `perSession` is for: `session`, or `whole` when the price asked
            for is that of the whole treatment.
        sessions (int | Unset): How many sessions.
        settlement (ProposedGrantSettlement | Unset): `direct`: the clinic invoices. `refund`: the member pays and is
            refunded.
        valid_until (datetime.date | Unset): The last day.
    """

    begin_by: datetime.date | Unset = UNSET
    first_session: Money | Unset = UNSET
    hours: float | Unset = UNSET
    payable: Money | Unset = UNSET
    per_session: Money | Unset = UNSET
    price_for: ProposedGrantPriceFor | Unset = UNSET
    sessions: int | Unset = UNSET
    settlement: ProposedGrantSettlement | Unset = UNSET
    valid_until: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        begin_by: str | Unset = UNSET
        if not isinstance(self.begin_by, Unset):
            begin_by = self.begin_by.isoformat()

        first_session: dict[str, Any] | Unset = UNSET
        if not isinstance(self.first_session, Unset):
            first_session = self.first_session.to_dict()

        hours = self.hours

        payable: dict[str, Any] | Unset = UNSET
        if not isinstance(self.payable, Unset):
            payable = self.payable.to_dict()

        per_session: dict[str, Any] | Unset = UNSET
        if not isinstance(self.per_session, Unset):
            per_session = self.per_session.to_dict()

        price_for: str | Unset = UNSET
        if not isinstance(self.price_for, Unset):
            price_for = self.price_for

        sessions = self.sessions

        settlement: str | Unset = UNSET
        if not isinstance(self.settlement, Unset):
            settlement = self.settlement

        valid_until: str | Unset = UNSET
        if not isinstance(self.valid_until, Unset):
            valid_until = self.valid_until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if begin_by is not UNSET:
            field_dict["beginBy"] = begin_by
        if first_session is not UNSET:
            field_dict["firstSession"] = first_session
        if hours is not UNSET:
            field_dict["hours"] = hours
        if payable is not UNSET:
            field_dict["payable"] = payable
        if per_session is not UNSET:
            field_dict["perSession"] = per_session
        if price_for is not UNSET:
            field_dict["priceFor"] = price_for
        if sessions is not UNSET:
            field_dict["sessions"] = sessions
        if settlement is not UNSET:
            field_dict["settlement"] = settlement
        if valid_until is not UNSET:
            field_dict["validUntil"] = valid_until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        _begin_by = d.pop("beginBy", UNSET)
        begin_by: datetime.date | Unset
        if isinstance(_begin_by, Unset):
            begin_by = UNSET
        else:
            begin_by = datetime.date.fromisoformat(_begin_by)

        _first_session = d.pop("firstSession", UNSET)
        first_session: Money | Unset
        if isinstance(_first_session, Unset):
            first_session = UNSET
        else:
            first_session = Money.from_dict(_first_session)

        hours = d.pop("hours", UNSET)

        _payable = d.pop("payable", UNSET)
        payable: Money | Unset
        if isinstance(_payable, Unset):
            payable = UNSET
        else:
            payable = Money.from_dict(_payable)

        _per_session = d.pop("perSession", UNSET)
        per_session: Money | Unset
        if isinstance(_per_session, Unset):
            per_session = UNSET
        else:
            per_session = Money.from_dict(_per_session)

        _price_for = d.pop("priceFor", UNSET)
        price_for: ProposedGrantPriceFor | Unset
        if isinstance(_price_for, Unset):
            price_for = UNSET
        else:
            price_for = check_proposed_grant_price_for(_price_for)

        sessions = d.pop("sessions", UNSET)

        _settlement = d.pop("settlement", UNSET)
        settlement: ProposedGrantSettlement | Unset
        if isinstance(_settlement, Unset):
            settlement = UNSET
        else:
            settlement = check_proposed_grant_settlement(_settlement)

        _valid_until = d.pop("validUntil", UNSET)
        valid_until: datetime.date | Unset
        if isinstance(_valid_until, Unset):
            valid_until = UNSET
        else:
            valid_until = datetime.date.fromisoformat(_valid_until)

        proposed_grant = cls(
            begin_by=begin_by,
            first_session=first_session,
            hours=hours,
            payable=payable,
            per_session=per_session,
            price_for=price_for,
            sessions=sessions,
            settlement=settlement,
            valid_until=valid_until,
        )

        proposed_grant.additional_properties = d
        return proposed_grant

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
