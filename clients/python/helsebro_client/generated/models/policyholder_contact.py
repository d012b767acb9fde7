from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.policyholder_contact_email_state import (
    PolicyholderContactEmailState,
    check_policyholder_contact_email_state,
)
from ..models.policyholder_contact_language import (
    PolicyholderContactLanguage,
    check_policyholder_contact_language,
)
from ..models.policyholder_contact_phone_state import (
    PolicyholderContactPhoneState,
    check_policyholder_contact_phone_state,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.postal_address import PostalAddress


T = TypeVar("T", bound="PolicyholderContact")


@_attrs_define
class PolicyholderContact:
    """Where a policyholder is reached.

    Attributes:
        email_state (PolicyholderContactEmailState): Whether e-mail arrives: it came back, or the person called it
            unwanted.
        language (PolicyholderContactLanguage): The language of what is sent.
        phone_state (PolicyholderContactPhoneState): Whether SMS arrive.
        policy_id (str): The id of the policy.
        version (int): The version of the contact and of the choices, as in the `ETag`; 0 when neither was entered yet.
            Send it in `If-Match`.
        address (PostalAddress | Unset): Where letters go.
        email (str | Unset): The e-mail address.
        phone (str | Unset): The phone number with its country code; as the payer wrote it until the person enters one.
    """

    email_state: PolicyholderContactEmailState
    language: PolicyholderContactLanguage
    phone_state: PolicyholderContactPhoneState
    policy_id: str
    version: int
    address: PostalAddress | Unset = UNSET
    email: str | Unset = UNSET
    phone: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        email_state: str = self.email_state

        language: str = self.language

        phone_state: str = self.phone_state

        policy_id = self.policy_id

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
                "policyId": policy_id,
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
        email_state = check_policyholder_contact_email_state(d.pop("emailState"))

        language = check_policyholder_contact_language(d.pop("language"))

        phone_state = check_policyholder_contact_phone_state(d.pop("phoneState"))

        policy_id = d.pop("policyId")

        version = d.pop("version")

        _address = d.pop("address", UNSET)
        address: PostalAddress | Unset
        if isinstance(_address, Unset):
            address = UNSET
        else:
            address = PostalAddress.from_dict(_address)

        email = d.pop("email", UNSET)

        phone = d.pop("phone", UNSET)

        policyholder_contact = cls(
            email_state=email_state,
            language=language,
            phone_state=phone_state,
            policy_id=policy_id,
            version=version,
            address=address,
            email=email,
            phone=phone,
        )

        policyholder_contact.additional_properties = d
        return policyholder_contact

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
