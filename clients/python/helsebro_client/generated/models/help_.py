from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.safety import Safety
    from ..models.support_contact import SupportContact


T = TypeVar("T", bound="Help")


@_attrs_define
class Help:
    """Support, and what to do when it is urgent.

    Attributes:
        contact (SupportContact): How to reach our support.
        safety (Safety): What to do when it is urgent.
    """

    contact: SupportContact
    safety: Safety
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        contact = self.contact.to_dict()

        safety = self.safety.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "contact": contact,
                "safety": safety,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.safety import Safety  # noqa: PLC0415
        from ..models.support_contact import SupportContact  # noqa: PLC0415

        d = dict(src_dict)
        contact = SupportContact.from_dict(d.pop("contact"))

        safety = Safety.from_dict(d.pop("safety"))

        help_ = cls(
            contact=contact,
            safety=safety,
        )

        help_.additional_properties = d
        return help_

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
