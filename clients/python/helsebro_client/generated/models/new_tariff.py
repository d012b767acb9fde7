from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.new_rate import NewRate


T = TypeVar("T", bound="NewTariff")


@_attrs_define
class NewTariff:
    """The rates of a profession and service. They replace those that begin today or later.

    Attributes:
        rates (list[NewRate]): Every rate; those that have begun stay without being repeated. A later one of the same
            kind ends an earlier one.
    """

    rates: list[NewRate]

    def to_dict(self) -> dict[str, Any]:
        rates = []
        for rates_item_data in self.rates:
            rates_item = rates_item_data.to_dict()
            rates.append(rates_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "rates": rates,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_rate import NewRate  # noqa: PLC0415

        d = dict(src_dict)
        rates = []
        _rates = d.pop("rates")
        for rates_item_data in _rates:
            rates_item = NewRate.from_dict(rates_item_data)

            rates.append(rates_item)

        new_tariff = cls(
            rates=rates,
        )

        return new_tariff
