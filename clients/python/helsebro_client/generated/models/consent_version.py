from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.consent_version_decides_for import (
    ConsentVersionDecidesFor,
    check_consent_version_decides_for,
)
from ..models.consent_version_kind import ConsentVersionKind, check_consent_version_kind

T = TypeVar("T", bound="ConsentVersion")


@_attrs_define
class ConsentVersion:
    """A version of the text that a person reads before deciding, in the reader's language.

    Attributes:
        current (bool): Whether it is the one to decide on today, for whom it says.
        decides_for (ConsentVersionDecidesFor): For whom one decides on it: `self`, or `child` for a guardian who
            decides in the case of a child under 15.
        kind (ConsentVersionKind): What it lets us do: read health papers in all cases (`general`), write about cover in
            the network (`network-contact`), obtain and pass on information in a case (`case`), or pass it on to one clinic
            (`clinic`).
        text (str): The text.
        title (str): Its title.
        valid_from (datetime.date): The first day on which it is decided on.
        valid_until (datetime.date | None): The last day on which it is decided on; null until another version is known.
        version (str): Its version, which the decision names.
    """

    current: bool
    decides_for: ConsentVersionDecidesFor
    kind: ConsentVersionKind
    text: str
    title: str
    valid_from: datetime.date
    valid_until: datetime.date | None
    version: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        current = self.current

        decides_for: str = self.decides_for

        kind: str = self.kind

        text = self.text

        title = self.title

        valid_from = self.valid_from.isoformat()

        valid_until: None | str
        if isinstance(self.valid_until, datetime.date):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "current": current,
                "decidesFor": decides_for,
                "kind": kind,
                "text": text,
                "title": title,
                "validFrom": valid_from,
                "validUntil": valid_until,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        current = d.pop("current")

        decides_for = check_consent_version_decides_for(d.pop("decidesFor"))

        kind = check_consent_version_kind(d.pop("kind"))

        text = d.pop("text")

        title = d.pop("title")

        valid_from = datetime.date.fromisoformat(d.pop("validFrom"))

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

        version = d.pop("version")

        consent_version = cls(
            current=current,
            decides_for=decides_for,
            kind=kind,
            text=text,
            title=title,
            valid_from=valid_from,
            valid_until=valid_until,
            version=version,
        )

        consent_version.additional_properties = d
        return consent_version

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
