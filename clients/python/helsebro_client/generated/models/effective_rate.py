from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.effective_rate_source import (
    EffectiveRateSource,
    check_effective_rate_source,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="EffectiveRate")


@_attrs_define
class EffectiveRate:
    """The rate that counts from one day until another.

    Attributes:
        from_ (datetime.date): The first day on which it counts.
        per_session (Money): An amount of 0 or more, with at most two decimals.
        source (EffectiveRateSource): `payer` for the payer's own rate, `country` where it has none on these days.
        until (datetime.date | None): The last day on which it counts; null for no end.
        authorised (bool | Unset): Whether it is for authorised practitioners; absent when for all.
    """

    from_: datetime.date
    per_session: Money
    source: EffectiveRateSource
    until: datetime.date | None
    authorised: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        per_session = self.per_session.to_dict()

        source: str = self.source

        until: None | str
        if isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        authorised = self.authorised

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "perSession": per_session,
                "source": source,
                "until": until,
            }
        )
        if authorised is not UNSET:
            field_dict["authorised"] = authorised

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        from_ = datetime.date.fromisoformat(d.pop("from"))

        per_session = Money.from_dict(d.pop("perSession"))

        source = check_effective_rate_source(d.pop("source"))

        def _parse_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.date.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        until = _parse_until(d.pop("until"))

        authorised = d.pop("authorised", UNSET)

        effective_rate = cls(
            from_=from_,
            per_session=per_session,
            source=source,
            until=until,
            authorised=authorised,
        )

        effective_rate.additional_properties = d
        return effective_rate

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
