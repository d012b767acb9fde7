from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.office_address import OfficeAddress


T = TypeVar("T", bound="PayerContact")


@_attrs_define
class PayerContact:
    """How to reach the payer.

    Attributes:
        email (str): Its e-mail address.
        hours (str): When it answers.
        phone (str): Its phone number.
        address (OfficeAddress | Unset): Where the payer gets letters.
    """

    email: str
    hours: str
    phone: str
    address: OfficeAddress | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        hours = self.hours

        phone = self.phone

        address: dict[str, Any] | Unset = UNSET
        if not isinstance(self.address, Unset):
            address = self.address.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
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
        from ..models.office_address import OfficeAddress  # noqa: PLC0415

        d = dict(src_dict)
        email = d.pop("email")

        hours = d.pop("hours")

        phone = d.pop("phone")

        _address = d.pop("address", UNSET)
        address: OfficeAddress | Unset
        if isinstance(_address, Unset):
            address = UNSET
        else:
            address = OfficeAddress.from_dict(_address)

        payer_contact = cls(
            email=email,
            hours=hours,
            phone=phone,
            address=address,
        )

        payer_contact.additional_properties = d
        return payer_contact

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
