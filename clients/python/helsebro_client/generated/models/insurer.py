from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.payer_contact import PayerContact


T = TypeVar("T", bound="Insurer")


@_attrs_define
class Insurer:
    """The payer that the session is invoiced to.

    Attributes:
        contact (PayerContact): How to reach the payer.
        name (str): Its name.
        payer (str): The short name of the payer.
    """

    contact: PayerContact
    name: str
    payer: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        contact = self.contact.to_dict()

        name = self.name

        payer = self.payer

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "contact": contact,
                "name": name,
                "payer": payer,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.payer_contact import PayerContact  # noqa: PLC0415

        d = dict(src_dict)
        contact = PayerContact.from_dict(d.pop("contact"))

        name = d.pop("name")

        payer = d.pop("payer")

        insurer = cls(
            contact=contact,
            name=name,
            payer=payer,
        )

        insurer.additional_properties = d
        return insurer

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
