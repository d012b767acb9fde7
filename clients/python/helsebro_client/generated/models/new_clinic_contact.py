from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewClinicContact")


@_attrs_define
class NewClinicContact:
    """How the platform and members reach the clinic.

    Attributes:
        email (str): Its e-mail address.
        phone (str): Its phone number.
    """

    email: str
    phone: str

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        phone = self.phone

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
                "phone": phone,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        phone = d.pop("phone")

        new_clinic_contact = cls(
            email=email,
            phone=phone,
        )

        return new_clinic_contact
