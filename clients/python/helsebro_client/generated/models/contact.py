from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_office_address import NewOfficeAddress


T = TypeVar("T", bound="Contact")


@_attrs_define
class Contact:
    """How members and clinics reach the payer.

    Attributes:
        email (str): Its e-mail address.
        hours (str): When it answers.
        phone (str): Its phone number.
        address (NewOfficeAddress | None | Unset): Where it gets letters. Without it, texts ask members to call instead
            of writing a letter.
    """

    email: str
    hours: str
    phone: str
    address: NewOfficeAddress | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.new_office_address import NewOfficeAddress  # noqa: PLC0415

        email = self.email

        hours = self.hours

        phone = self.phone

        address: dict[str, Any] | None | Unset
        if isinstance(self.address, Unset):
            address = UNSET
        elif isinstance(self.address, NewOfficeAddress):
            address = self.address.to_dict()
        else:
            address = self.address

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
                "hours": hours,
                "phone": phone,
            }
        )
        if address is not UNSET:
            field_dict["address"] = address

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_office_address import NewOfficeAddress  # noqa: PLC0415

        d = dict(src_dict)
        email = d.pop("email")

        hours = d.pop("hours")

        phone = d.pop("phone")

        def _parse_address(data: object) -> NewOfficeAddress | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                address_type_0 = NewOfficeAddress.from_dict(data)

                return address_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewOfficeAddress | None | Unset, data)

        address = _parse_address(d.pop("address", UNSET))

        contact = cls(
            email=email,
            hours=hours,
            phone=phone,
            address=address,
        )

        return contact
