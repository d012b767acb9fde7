from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.endpoint_with_secret_disabled_because_type_0 import (
    EndpointWithSecretDisabledBecauseType0,
    check_endpoint_with_secret_disabled_because_type_0,
)
from ..models.endpoint_with_secret_events_item import (
    EndpointWithSecretEventsItem,
    check_endpoint_with_secret_events_item,
)

T = TypeVar("T", bound="EndpointWithSecret")


@_attrs_define
class EndpointWithSecret:
    """An endpoint with its new secret, which no other answer shows.

    Attributes:
        created_at (datetime.datetime): When it was created.
        disabled_at (datetime.datetime | None): When it was disabled; null while it is enabled.
        disabled_because (EndpointWithSecretDisabledBecauseType0 | None): `gone`: it answered 410. `failing`: it failed
            for five days. Else null.
        enabled (bool): Whether events are sent to it.
        endpoint_id (str): The id of the webhook endpoint.
        events (list[EndpointWithSecretEventsItem]): The types that are sent to it; `*` for all.
        failing_since (datetime.datetime | None): Since when every attempt has failed; null after a success.
        secret (str): The secret that signs our messages: `whsec_` and base64.
        url (str): The address.
    """

    created_at: datetime.datetime
    disabled_at: datetime.datetime | None
    disabled_because: EndpointWithSecretDisabledBecauseType0 | None
    enabled: bool
    endpoint_id: str
    events: list[EndpointWithSecretEventsItem]
    failing_since: datetime.datetime | None
    secret: str
    url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        disabled_at: None | str
        if isinstance(self.disabled_at, datetime.datetime):
            disabled_at = self.disabled_at.isoformat()
        else:
            disabled_at = self.disabled_at

        disabled_because: None | str
        if isinstance(self.disabled_because, str):
            disabled_because = self.disabled_because
        else:
            disabled_because = self.disabled_because

        enabled = self.enabled

        endpoint_id = self.endpoint_id

        events = []
        for events_item_data in self.events:
            events_item: str = events_item_data
            events.append(events_item)

        failing_since: None | str
        if isinstance(self.failing_since, datetime.datetime):
            failing_since = self.failing_since.isoformat()
        else:
            failing_since = self.failing_since

        secret = self.secret

        url = self.url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "createdAt": created_at,
                "disabledAt": disabled_at,
                "disabledBecause": disabled_because,
                "enabled": enabled,
                "endpointId": endpoint_id,
                "events": events,
                "failingSince": failing_since,
                "secret": secret,
                "url": url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        def _parse_disabled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                disabled_at_type_0 = datetime.datetime.fromisoformat(data)

                return disabled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        disabled_at = _parse_disabled_at(d.pop("disabledAt"))

        def _parse_disabled_because(data: object) -> EndpointWithSecretDisabledBecauseType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                disabled_because_type_0 = check_endpoint_with_secret_disabled_because_type_0(data)

                return disabled_because_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EndpointWithSecretDisabledBecauseType0 | None, data)

        disabled_because = _parse_disabled_because(d.pop("disabledBecause"))

        enabled = d.pop("enabled")

        endpoint_id = d.pop("endpointId")

        events = []
        _events = d.pop("events")
        for events_item_data in _events:
            events_item = check_endpoint_with_secret_events_item(events_item_data)

            events.append(events_item)

        def _parse_failing_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                failing_since_type_0 = datetime.datetime.fromisoformat(data)

                return failing_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        failing_since = _parse_failing_since(d.pop("failingSince"))

        secret = d.pop("secret")

        url = d.pop("url")

        endpoint_with_secret = cls(
            created_at=created_at,
            disabled_at=disabled_at,
            disabled_because=disabled_because,
            enabled=enabled,
            endpoint_id=endpoint_id,
            events=events,
            failing_since=failing_since,
            secret=secret,
            url=url,
        )

        endpoint_with_secret.additional_properties = d
        return endpoint_with_secret

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
