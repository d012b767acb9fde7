from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.client_contact import ClientContact


T = TypeVar("T", bound="Client")


@_attrs_define
class Client:
    """The person who is treated, with the one national number that they have.

    Attributes:
        born_on (datetime.date): The day of birth.
        contact (ClientContact): How to reach the client, or the guardian of a child under 15; what is not known is
            absent.
        name (str): The person's name.
        cpr (str | Unset): The Danish national number; absent with `fnr`.
        fnr (str | Unset): The Norwegian national number; absent with `cpr`.
    """

    born_on: datetime.date
    contact: ClientContact
    name: str
    cpr: str | Unset = UNSET
    fnr: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        born_on = self.born_on.isoformat()

        contact = self.contact.to_dict()

        name = self.name

        cpr = self.cpr

        fnr = self.fnr

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bornOn": born_on,
                "contact": contact,
                "name": name,
            }
        )
        if cpr is not UNSET:
            field_dict["cpr"] = cpr
        if fnr is not UNSET:
            field_dict["fnr"] = fnr

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.client_contact import ClientContact  # noqa: PLC0415

        d = dict(src_dict)
        born_on = datetime.date.fromisoformat(d.pop("bornOn"))

        contact = ClientContact.from_dict(d.pop("contact"))

        name = d.pop("name")

        cpr = d.pop("cpr", UNSET)

        fnr = d.pop("fnr", UNSET)

        client = cls(
            born_on=born_on,
            contact=contact,
            name=name,
            cpr=cpr,
            fnr=fnr,
        )

        client.additional_properties = d
        return client

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
