from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.street_address import StreetAddress


T = TypeVar("T", bound="ClinicChanged")


@_attrs_define
class ClinicChanged:
    """The changed details of the clinic; what is absent stays.

    Attributes:
        address (None | StreetAddress | Unset): Where the clinic is. A guarantee shows it when it is for no
            practitioner's place.
        cvr (None | str | Unset): Its number in the business register. It cannot change: a clinic with another number
            applies anew, because it signs another contract.
        email (None | str | Unset): The e-mail address.
        name (None | str | Unset): The name.
        phone (None | str | Unset): The phone number.
    """

    address: None | StreetAddress | Unset = UNSET
    cvr: None | str | Unset = UNSET
    email: None | str | Unset = UNSET
    name: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.street_address import StreetAddress  # noqa: PLC0415

        address: dict[str, Any] | None | Unset
        if isinstance(self.address, Unset):
            address = UNSET
        elif isinstance(self.address, StreetAddress):
            address = self.address.to_dict()
        else:
            address = self.address

        cvr: None | str | Unset
        if isinstance(self.cvr, Unset):
            cvr = UNSET
        else:
            cvr = self.cvr

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
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

        def _parse_address(data: object) -> None | StreetAddress | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                address_type_0 = StreetAddress.from_dict(data)

                return address_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StreetAddress | Unset, data)

        address = _parse_address(d.pop("address", UNSET))

        def _parse_cvr(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cvr = _parse_cvr(d.pop("cvr", UNSET))

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        clinic_changed = cls(
            address=address,
            cvr=cvr,
            email=email,
            name=name,
            phone=phone,
        )

        return clinic_changed
