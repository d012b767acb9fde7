from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.grant_settlement_type_0 import (
    GrantSettlementType0,
    check_grant_settlement_type_0,
)

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="Grant")


@_attrs_define
class Grant:
    """What of the asked-for is covered, after every cap and subsidy.

    Attributes:
        begin_by (datetime.date | None): The last day to begin the treatment.
        hours (float | None): How many hours.
        payable (Money | None): What the payer pays in all.
        per_session (Money | None): What the payer pays a session.
        sessions (int | None): How many sessions.
        settlement (GrantSettlementType0 | None): `direct`: the clinic invoices. `refund`: the member pays and is
            refunded.
        valid_until (datetime.date | None): The last day.
    """

    begin_by: datetime.date | None
    hours: float | None
    payable: Money | None
    per_session: Money | None
    sessions: int | None
    settlement: GrantSettlementType0 | None
    valid_until: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        begin_by: None | str
        if isinstance(self.begin_by, datetime.date):
            begin_by = self.begin_by.isoformat()
        else:
            begin_by = self.begin_by

        hours: float | None
        hours = self.hours

        payable: dict[str, Any] | None
        if isinstance(self.payable, Money):
            payable = self.payable.to_dict()
        else:
            payable = self.payable

        per_session: dict[str, Any] | None
        if isinstance(self.per_session, Money):
            per_session = self.per_session.to_dict()
        else:
            per_session = self.per_session

        sessions: int | None
        sessions = self.sessions

        settlement: None | str
        if isinstance(self.settlement, str):
            settlement = self.settlement
        else:
            settlement = self.settlement

        valid_until: None | str
        if isinstance(self.valid_until, datetime.date):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "beginBy": begin_by,
                "hours": hours,
                "payable": payable,
                "perSession": per_session,
                "sessions": sessions,
                "settlement": settlement,
                "validUntil": valid_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_begin_by(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                begin_by_type_0 = datetime.date.fromisoformat(data)

                return begin_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        begin_by = _parse_begin_by(d.pop("beginBy"))

        def _parse_hours(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        hours = _parse_hours(d.pop("hours"))

        def _parse_payable(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                payable_type_0 = Money.from_dict(data)

                return payable_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        payable = _parse_payable(d.pop("payable"))

        def _parse_per_session(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                per_session_type_0 = Money.from_dict(data)

                return per_session_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        per_session = _parse_per_session(d.pop("perSession"))

        def _parse_sessions(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        sessions = _parse_sessions(d.pop("sessions"))

        def _parse_settlement(data: object) -> GrantSettlementType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                settlement_type_0 = check_grant_settlement_type_0(data)

                return settlement_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GrantSettlementType0 | None, data)

        settlement = _parse_settlement(d.pop("settlement"))

        def _parse_valid_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.date.fromisoformat(data)

                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        valid_until = _parse_valid_until(d.pop("validUntil"))

        grant = cls(
            begin_by=begin_by,
            hours=hours,
            payable=payable,
            per_session=per_session,
            sessions=sessions,
            settlement=settlement,
            valid_until=valid_until,
        )

        grant.additional_properties = d
        return grant

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
