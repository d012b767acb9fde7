from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_own_contact_language_type_0 import (
    NewOwnContactLanguageType0,
    check_new_own_contact_language_type_0,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_postal_address import NewPostalAddress


T = TypeVar("T", bound="NewOwnContact")


@_attrs_define
class NewOwnContact:
    """Where a person wants to be reached: it replaces the whole contact. At least one way is needed.

    Attributes:
        address (NewPostalAddress | None | Unset): The postal address.
        email (None | str | Unset): The e-mail address.
        language (NewOwnContactLanguageType0 | None | Unset): The language of what is sent. Left out, it is that of the
            person's country.
        phone (None | str | Unset): A phone number that receives SMS, with its country code or as it is written in the
            person's country.
    """

    address: NewPostalAddress | None | Unset = UNSET
    email: None | str | Unset = UNSET
    language: NewOwnContactLanguageType0 | None | Unset = UNSET
    phone: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.new_postal_address import NewPostalAddress  # noqa: PLC0415

        address: dict[str, Any] | None | Unset
        if isinstance(self.address, Unset):
            address = UNSET
        elif isinstance(self.address, NewPostalAddress):
            address = self.address.to_dict()
        else:
            address = self.address

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        language: None | str | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        elif isinstance(self.language, str):
            language = self.language
        else:
            language = self.language

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if address is not UNSET:
            field_dict["address"] = address
        if email is not UNSET:
            field_dict["email"] = email
        if language is not UNSET:
            field_dict["language"] = language
        if phone is not UNSET:
            field_dict["phone"] = phone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_postal_address import NewPostalAddress  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_address(data: object) -> NewPostalAddress | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                address_type_0 = NewPostalAddress.from_dict(data)

                return address_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewPostalAddress | None | Unset, data)

        address = _parse_address(d.pop("address", UNSET))

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_language(data: object) -> NewOwnContactLanguageType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                language_type_0 = check_new_own_contact_language_type_0(data)

                return language_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewOwnContactLanguageType0 | None | Unset, data)

        language = _parse_language(d.pop("language", UNSET))

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        new_own_contact = cls(
            address=address,
            email=email,
            language=language,
            phone=phone,
        )

        return new_own_contact
