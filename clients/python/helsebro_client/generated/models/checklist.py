from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Checklist")


@_attrs_define
class Checklist:
    """The six steps until members can find the clinic, each with the time it was done, or null.

    Attributes:
        active (datetime.datetime | None): When it became active.
        applied (datetime.datetime | None): When it applied.
        contract_signed (datetime.datetime | None): When the contract was signed.
        details_filled (datetime.datetime | None): When its details were complete.
        services_published (datetime.datetime | None): When it had published slots of both services, first sessions and
            follow-ups.
        system_connected (datetime.datetime | None): When its clinic system was connected; null again after its consent
            was withdrawn.
    """

    active: datetime.datetime | None
    applied: datetime.datetime | None
    contract_signed: datetime.datetime | None
    details_filled: datetime.datetime | None
    services_published: datetime.datetime | None
    system_connected: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        active: None | str
        if isinstance(self.active, datetime.datetime):
            active = self.active.isoformat()
        else:
            active = self.active

        applied: None | str
        if isinstance(self.applied, datetime.datetime):
            applied = self.applied.isoformat()
        else:
            applied = self.applied

        contract_signed: None | str
        if isinstance(self.contract_signed, datetime.datetime):
            contract_signed = self.contract_signed.isoformat()
        else:
            contract_signed = self.contract_signed

        details_filled: None | str
        if isinstance(self.details_filled, datetime.datetime):
            details_filled = self.details_filled.isoformat()
        else:
            details_filled = self.details_filled

        services_published: None | str
        if isinstance(self.services_published, datetime.datetime):
            services_published = self.services_published.isoformat()
        else:
            services_published = self.services_published

        system_connected: None | str
        if isinstance(self.system_connected, datetime.datetime):
            system_connected = self.system_connected.isoformat()
        else:
            system_connected = self.system_connected

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "active": active,
                "applied": applied,
                "contractSigned": contract_signed,
                "detailsFilled": details_filled,
                "servicesPublished": services_published,
                "systemConnected": system_connected,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_active(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                active_type_0 = datetime.datetime.fromisoformat(data)

                return active_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        active = _parse_active(d.pop("active"))

        def _parse_applied(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                applied_type_0 = datetime.datetime.fromisoformat(data)

                return applied_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        applied = _parse_applied(d.pop("applied"))

        def _parse_contract_signed(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contract_signed_type_0 = datetime.datetime.fromisoformat(data)

                return contract_signed_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        contract_signed = _parse_contract_signed(d.pop("contractSigned"))

        def _parse_details_filled(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                details_filled_type_0 = datetime.datetime.fromisoformat(data)

                return details_filled_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        details_filled = _parse_details_filled(d.pop("detailsFilled"))

        def _parse_services_published(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                services_published_type_0 = datetime.datetime.fromisoformat(data)

                return services_published_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        services_published = _parse_services_published(d.pop("servicesPublished"))

        def _parse_system_connected(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                system_connected_type_0 = datetime.datetime.fromisoformat(data)

                return system_connected_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        system_connected = _parse_system_connected(d.pop("systemConnected"))

        checklist = cls(
            active=active,
            applied=applied,
            contract_signed=contract_signed,
            details_filled=details_filled,
            services_published=services_published,
            system_connected=system_connected,
        )

        checklist.additional_properties = d
        return checklist

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
