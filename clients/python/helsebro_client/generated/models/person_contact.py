from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.person_contact_email_state import (
    PersonContactEmailState,
    check_person_contact_email_state,
)
from ..models.person_contact_language import (
    PersonContactLanguage,
    check_person_contact_language,
)
from ..models.person_contact_phone_state import (
    PersonContactPhoneState,
    check_person_contact_phone_state,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.postal_address import PostalAddress


T = TypeVar("T", bound="PersonContact")


@_attrs_define
class PersonContact:
    """Where a person is reached, for caseworkers.

    Attributes:
        email_state (PersonContactEmailState): Whether e-mail arrives: it came back, or the person called it unwanted.
        has_login (bool): Whether the person can log in. Everything goes by letter to one who cannot.
        language (PersonContactLanguage): The language of what is sent.
        person_id (str): The id of the person.
        person_name (None | str): The person's registered name, as in the policy. For the staff of the payer; null where
            no policy of the payer names the person.
        phone_state (PersonContactPhoneState): Whether SMS arrive.
        version (int): The version of the contact and of the choices, as in the `ETag`; 0 when neither was entered yet.
            Send it in `If-Match`.
        address (PostalAddress | Unset): Where letters go.
        email (str | Unset): The e-mail address.
        phone (str | Unset): The phone number with its country code; as the payer wrote it until the person enters one.
    """

    email_state: PersonContactEmailState
    has_login: bool
    language: PersonContactLanguage
    person_id: str
    person_name: None | str
    phone_state: PersonContactPhoneState
    version: int
    address: PostalAddress | Unset = UNSET
    email: str | Unset = UNSET
    phone: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        email_state: str = self.email_state

        has_login = self.has_login

        language: str = self.language

        person_id = self.person_id

        person_name: None | str
        person_name = self.person_name

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
                "hasLogin": has_login,
                "language": language,
                "personId": person_id,
                "personName": person_name,
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
        email_state = check_person_contact_email_state(d.pop("emailState"))

        has_login = d.pop("hasLogin")

        language = check_person_contact_language(d.pop("language"))

        person_id = d.pop("personId")

        def _parse_person_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        person_name = _parse_person_name(d.pop("personName"))

        phone_state = check_person_contact_phone_state(d.pop("phoneState"))

        version = d.pop("version")

        _address = d.pop("address", UNSET)
        address: PostalAddress | Unset
        if isinstance(_address, Unset):
            address = UNSET
        else:
            address = PostalAddress.from_dict(_address)

        email = d.pop("email", UNSET)

        phone = d.pop("phone", UNSET)

        person_contact = cls(
            email_state=email_state,
            has_login=has_login,
            language=language,
            person_id=person_id,
            person_name=person_name,
            phone_state=phone_state,
            version=version,
            address=address,
            email=email,
            phone=phone,
        )

        person_contact.additional_properties = d
        return person_contact

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
