from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.found_person import FoundPerson


T = TypeVar("T", bound="FoundPeople")


@_attrs_define
class FoundPeople:
    """The persons who were found.

    Attributes:
        is_complete (bool): Whether these are all. If not, give more of the name, or the date of birth.
        items (list[FoundPerson]): At most 20 persons, by name.
    """

    is_complete: bool
    items: list[FoundPerson]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_complete = self.is_complete

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "isComplete": is_complete,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.found_person import FoundPerson  # noqa: PLC0415

        d = dict(src_dict)
        is_complete = d.pop("isComplete")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = FoundPerson.from_dict(items_item_data)

            items.append(items_item)

        found_people = cls(
            is_complete=is_complete,
            items=items,
        )

        found_people.additional_properties = d
        return found_people

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
