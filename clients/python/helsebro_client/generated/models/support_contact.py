from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SupportContact")


@_attrs_define
class SupportContact:
    """How to reach our support.

    Attributes:
        email (str): The e-mail address.
        hours (str): When it answers: weekdays, Danish time.
        open_now (bool): Whether it answers now.
        phone (str): The phone number.
    """

    email: str
    hours: str
    open_now: bool
    phone: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        hours = self.hours

        open_now = self.open_now

        phone = self.phone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "email": email,
                "hours": hours,
                "openNow": open_now,
                "phone": phone,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        hours = d.pop("hours")

        open_now = d.pop("openNow")

        phone = d.pop("phone")

        support_contact = cls(
            email=email,
            hours=hours,
            open_now=open_now,
            phone=phone,
        )

        support_contact.additional_properties = d
        return support_contact

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
