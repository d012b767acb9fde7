from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.acute_safety_need import AcuteSafetyNeed, check_acute_safety_need

if TYPE_CHECKING:
    from ..models.urgent_number import UrgentNumber


T = TypeVar("T", bound="AcuteSafety")


@_attrs_define
class AcuteSafety:
    """What to do now, since what was stated or written cannot wait. Show it before all else.

    Attributes:
        need (AcuteSafetyNeed): `acute`: a doctor at once. `crisis`: someone to talk to, and a doctor.
        numbers (list[UrgentNumber]): The numbers to call.
        text (str): What to tell the member, in the caller's language.
    """

    need: AcuteSafetyNeed
    numbers: list[UrgentNumber]
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        need: str = self.need

        numbers = []
        for numbers_item_data in self.numbers:
            numbers_item = numbers_item_data.to_dict()
            numbers.append(numbers_item)

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "need": need,
                "numbers": numbers,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.urgent_number import UrgentNumber  # noqa: PLC0415

        d = dict(src_dict)
        need = check_acute_safety_need(d.pop("need"))

        numbers = []
        _numbers = d.pop("numbers")
        for numbers_item_data in _numbers:
            numbers_item = UrgentNumber.from_dict(numbers_item_data)

            numbers.append(numbers_item)

        text = d.pop("text")

        acute_safety = cls(
            need=need,
            numbers=numbers,
            text=text,
        )

        acute_safety.additional_properties = d
        return acute_safety

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
