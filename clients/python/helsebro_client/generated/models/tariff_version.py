from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.rate import Rate


T = TypeVar("T", bound="TariffVersion")


@_attrs_define
class TariffVersion:
    """One version of a tariff.

    Attributes:
        rates (list[Rate]): Its rates, oldest first.
        set_at (datetime.datetime): When this version was set.
        set_by (str): Who set it: the subject of the staff login.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
    """

    rates: list[Rate]
    set_at: datetime.datetime
    set_by: str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        rates = []
        for rates_item_data in self.rates:
            rates_item = rates_item_data.to_dict()
            rates.append(rates_item)

        set_at = self.set_at.isoformat()

        set_by = self.set_by

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rates": rates,
                "setAt": set_at,
                "setBy": set_by,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rate import Rate  # noqa: PLC0415

        d = dict(src_dict)
        rates = []
        _rates = d.pop("rates")
        for rates_item_data in _rates:
            rates_item = Rate.from_dict(rates_item_data)

            rates.append(rates_item)

        set_at = datetime.datetime.fromisoformat(d.pop("setAt"))

        set_by = d.pop("setBy")

        version = d.pop("version")

        tariff_version = cls(
            rates=rates,
            set_at=set_at,
            set_by=set_by,
            version=version,
        )

        tariff_version.additional_properties = d
        return tariff_version

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
