from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Settled")


@_attrs_define
class Settled:
    """A case in which nothing waits any more.

    Attributes:
        thread_id (str): The id of the thread: that of its claim, or of the enquiry before a case.
        waits_since (datetime.datetime | None): Null: nothing waits.
    """

    thread_id: str
    waits_since: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        thread_id = self.thread_id

        waits_since: None | str
        if isinstance(self.waits_since, datetime.datetime):
            waits_since = self.waits_since.isoformat()
        else:
            waits_since = self.waits_since

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "threadId": thread_id,
                "waitsSince": waits_since,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        thread_id = d.pop("threadId")

        def _parse_waits_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                waits_since_type_0 = datetime.datetime.fromisoformat(data)

                return waits_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        waits_since = _parse_waits_since(d.pop("waitsSince"))

        settled = cls(
            thread_id=thread_id,
            waits_since=waits_since,
        )

        settled.additional_properties = d
        return settled

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
