from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Contact")


@_attrs_define
class Contact:
    """How members and clinics reach the payer.

    Attributes:
        email (str): Its e-mail address.
        hours (str): When it answers.
        phone (str): Its phone number.
    """

    email: str
    hours: str
    phone: str

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        hours = self.hours

        phone = self.phone

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
                "hours": hours,
                "phone": phone,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        hours = d.pop("hours")

        phone = d.pop("phone")

        contact = cls(
            email=email,
            hours=hours,
            phone=phone,
        )

        return contact
