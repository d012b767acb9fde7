from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="NamedSignatory")


@_attrs_define
class NamedSignatory:
    """Who signs, as the application says.

    Attributes:
        email (str): Where the contract was sent.
        name (str): The person's name.
        number_given (bool): Whether the application named a CPR number or fødselsnummer, so that only this person can
            sign. The number itself is not kept.
    """

    email: str
    name: str
    number_given: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        name = self.name

        number_given = self.number_given

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "email": email,
                "name": name,
                "numberGiven": number_given,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        name = d.pop("name")

        number_given = d.pop("numberGiven")

        named_signatory = cls(
            email=email,
            name=name,
            number_given=number_given,
        )

        named_signatory.additional_properties = d
        return named_signatory

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
