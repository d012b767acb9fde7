from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.client_contact_of import ClientContactOf, check_client_contact_of
from ..types import UNSET, Unset

T = TypeVar("T", bound="ClientContact")


@_attrs_define
class ClientContact:
    """How to reach the client, or the guardian of a child under 15; what is not known is absent.

    Attributes:
        email (str | Unset): The e-mail address.
        of (ClientContactOf | Unset): Whom the clinic reaches so: `guardian` for a child under 15 whose guardian we know
            a phone number of; absent where nothing is known.
        phone (str | Unset): The phone number.
    """

    email: str | Unset = UNSET
    of: ClientContactOf | Unset = UNSET
    phone: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        of: str | Unset = UNSET
        if not isinstance(self.of, Unset):
            of = self.of

        phone = self.phone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if email is not UNSET:
            field_dict["email"] = email
        if of is not UNSET:
            field_dict["of"] = of
        if phone is not UNSET:
            field_dict["phone"] = phone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email", UNSET)

        _of = d.pop("of", UNSET)
        of: ClientContactOf | Unset
        if isinstance(_of, Unset):
            of = UNSET
        else:
            of = check_client_contact_of(_of)

        phone = d.pop("phone", UNSET)

        client_contact = cls(
            email=email,
            of=of,
            phone=phone,
        )

        client_contact.additional_properties = d
        return client_contact

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
