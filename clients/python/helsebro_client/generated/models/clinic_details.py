from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.opening_hours import OpeningHours


T = TypeVar("T", bound="ClinicDetails")


@_attrs_define
class ClinicDetails:
    """What the signatory filled in about the clinic.

    Attributes:
        languages (list[str]): The languages spoken there (ISO 639-1).
        notice_hours (int): A cancellation this many hours before a session, or later, is late.
        opening_hours (list[OpeningHours]): When it is open.
    """

    languages: list[str]
    notice_hours: int
    opening_hours: list[OpeningHours]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        languages = self.languages

        notice_hours = self.notice_hours

        opening_hours = []
        for opening_hours_item_data in self.opening_hours:
            opening_hours_item = opening_hours_item_data.to_dict()
            opening_hours.append(opening_hours_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "languages": languages,
                "noticeHours": notice_hours,
                "openingHours": opening_hours,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.opening_hours import OpeningHours  # noqa: PLC0415

        d = dict(src_dict)
        languages = cast(list[str], d.pop("languages"))

        notice_hours = d.pop("noticeHours")

        opening_hours = []
        _opening_hours = d.pop("openingHours")
        for opening_hours_item_data in _opening_hours:
            opening_hours_item = OpeningHours.from_dict(opening_hours_item_data)

            opening_hours.append(opening_hours_item)

        clinic_details = cls(
            languages=languages,
            notice_hours=notice_hours,
            opening_hours=opening_hours,
        )

        clinic_details.additional_properties = d
        return clinic_details

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
