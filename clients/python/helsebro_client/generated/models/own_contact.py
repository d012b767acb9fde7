from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.own_contact_email_state import (
    OwnContactEmailState,
    check_own_contact_email_state,
)
from ..models.own_contact_language import OwnContactLanguage, check_own_contact_language
from ..models.own_contact_phone_state import (
    OwnContactPhoneState,
    check_own_contact_phone_state,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.postal_address import PostalAddress


T = TypeVar("T", bound="OwnContact")


@_attrs_define
class OwnContact:
    """Where a person is reached. What is absent is not known.

    Attributes:
        email_state (OwnContactEmailState): Whether e-mail arrives: it came back, or the person called it unwanted.
        language (OwnContactLanguage): The language of what is sent.
        phone_state (OwnContactPhoneState): Whether SMS arrive.
        version (int): The version of the contact and of the choices, as in the `ETag`; 0 when neither was entered yet.
            Send it in `If-Match`.
        address (PostalAddress | Unset): Where letters go.
        email (str | Unset): The e-mail address.
        phone (str | Unset): The phone number with its country code; as the payer wrote it until the person enters one.
    """

    email_state: OwnContactEmailState
    language: OwnContactLanguage
    phone_state: OwnContactPhoneState
    version: int
    address: PostalAddress | Unset = UNSET
    email: str | Unset = UNSET
    phone: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        email_state: str = self.email_state

        language: str = self.language

        phone_state: str = self.phone_state

        version = self.version

        address: dict[str, Any] | Unset = UNSET
        if not isinstance(self.address, Unset):
            address = self.address.to_dict()

        email = self.email

        phone = self.phone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "emailState": email_state,
                "language": language,
                "phoneState": phone_state,
                "version": version,
            }
        )
        if address is not UNSET:
            field_dict["address"] = address
        if email is not UNSET:
            field_dict["email"] = email
        if phone is not UNSET:
            field_dict["phone"] = phone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.postal_address import PostalAddress  # noqa: PLC0415

        d = dict(src_dict)
        email_state = check_own_contact_email_state(d.pop("emailState"))

        language = check_own_contact_language(d.pop("language"))

        phone_state = check_own_contact_phone_state(d.pop("phoneState"))

        version = d.pop("version")

        _address = d.pop("address", UNSET)
        address: PostalAddress | Unset
        if isinstance(_address, Unset):
            address = UNSET
        else:
            address = PostalAddress.from_dict(_address)

        email = d.pop("email", UNSET)

        phone = d.pop("phone", UNSET)

        own_contact = cls(
            email_state=email_state,
            language=language,
            phone_state=phone_state,
            version=version,
            address=address,
            email=email,
            phone=phone,
        )

        own_contact.additional_properties = d
        return own_contact

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
