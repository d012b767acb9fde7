from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.tariff_service import TariffService, check_tariff_service
from ..models.tariff_source import TariffSource, check_tariff_source

if TYPE_CHECKING:
    from ..models.effective_rate import EffectiveRate
    from ..models.rate import Rate


T = TypeVar("T", bound="Tariff")


@_attrs_define
class Tariff:
    """What the sessions of a profession and service cost; for transport, what a kilometre costs.

    Attributes:
        effective (list[EffectiveRate]): What counts on each day, the payer's rate or else its country's, oldest first.
            Those for authorised practitioners come before those for the others.
        profession (str): The profession, named by its treatment.
        rates (list[Rate]): Its rates, oldest first.
        service (TariffService): The kind of session; `kilometre` for transport.
        set_at (datetime.datetime | None): When this version was set; null for the country's.
        set_by (None | str): Who set it: the subject of the staff login; null for the country's.
        source (TariffSource): `payer` for the payer's own, `country` for that which counts without one.
        version (int): The version; 0 while the payer has set none.
    """

    effective: list[EffectiveRate]
    profession: str
    rates: list[Rate]
    service: TariffService
    set_at: datetime.datetime | None
    set_by: None | str
    source: TariffSource
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        effective = []
        for effective_item_data in self.effective:
            effective_item = effective_item_data.to_dict()
            effective.append(effective_item)

        profession = self.profession

        rates = []
        for rates_item_data in self.rates:
            rates_item = rates_item_data.to_dict()
            rates.append(rates_item)

        service: str = self.service

        set_at: None | str
        if isinstance(self.set_at, datetime.datetime):
            set_at = self.set_at.isoformat()
        else:
            set_at = self.set_at

        set_by: None | str
        set_by = self.set_by

        source: str = self.source

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "effective": effective,
                "profession": profession,
                "rates": rates,
                "service": service,
                "setAt": set_at,
                "setBy": set_by,
                "source": source,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.effective_rate import EffectiveRate  # noqa: PLC0415
        from ..models.rate import Rate  # noqa: PLC0415

        d = dict(src_dict)
        effective = []
        _effective = d.pop("effective")
        for effective_item_data in _effective:
            effective_item = EffectiveRate.from_dict(effective_item_data)

            effective.append(effective_item)

        profession = d.pop("profession")

        rates = []
        _rates = d.pop("rates")
        for rates_item_data in _rates:
            rates_item = Rate.from_dict(rates_item_data)

            rates.append(rates_item)

        service = check_tariff_service(d.pop("service"))

        def _parse_set_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                set_at_type_0 = datetime.datetime.fromisoformat(data)

                return set_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        set_at = _parse_set_at(d.pop("setAt"))

        def _parse_set_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        set_by = _parse_set_by(d.pop("setBy"))

        source = check_tariff_source(d.pop("source"))

        version = d.pop("version")

        tariff = cls(
            effective=effective,
            profession=profession,
            rates=rates,
            service=service,
            set_at=set_at,
            set_by=set_by,
            source=source,
            version=version,
        )

        tariff.additional_properties = d
        return tariff

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
