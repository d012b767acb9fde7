from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.street_address import StreetAddress


T = TypeVar("T", bound="ClinicChanged")


@_attrs_define
class ClinicChanged:
    """The changed details of the clinic; what is absent stays.

    Attributes:
        address (StreetAddress | Unset): A street address.
        cvr (str | Unset): Its number in the business register. It cannot change: a clinic with another number applies
            anew, because it signs another contract.
        email (str | Unset): The e-mail address.
        name (str | Unset): The name.
        phone (str | Unset): The phone number.
    """

    address: StreetAddress | Unset = UNSET
    cvr: str | Unset = UNSET
    email: str | Unset = UNSET
    name: str | Unset = UNSET
    phone: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        address: dict[str, Any] | Unset = UNSET
        if not isinstance(self.address, Unset):
            address = self.address.to_dict()

        cvr = self.cvr

        email = self.email

        name = self.name

        phone = self.phone

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if address is not UNSET:
            field_dict["address"] = address
        if cvr is not UNSET:
            field_dict["cvr"] = cvr
        if email is not UNSET:
            field_dict["email"] = email
        if name is not UNSET:
            field_dict["name"] = name
        if phone is not UNSET:
            field_dict["phone"] = phone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.street_address import StreetAddress  # noqa: PLC0415

        d = dict(src_dict)
        _address = d.pop("address", UNSET)
        address: StreetAddress | Unset
        if isinstance(_address, Unset):
            address = UNSET
        else:
            address = StreetAddress.from_dict(_address)

        cvr = d.pop("cvr", UNSET)

        email = d.pop("email", UNSET)

        name = d.pop("name", UNSET)

        phone = d.pop("phone", UNSET)

        clinic_changed = cls(
            address=address,
            cvr=cvr,
            email=email,
            name=name,
            phone=phone,
        )

        return clinic_changed
