from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.found_claim import FoundClaim


T = TypeVar("T", bound="FoundPerson")


@_attrs_define
class FoundPerson:
    """A person whom the payer insures, or insured.

    Attributes:
        born_in_year (int): The year of birth. Ask the caller for the whole date, and search again with it.
        claims (list[FoundClaim]): The person's newest claims at the payer, at most 10.
        name (str): The name, as it was enrolled.
        person_id (str): The id of the person.
    """

    born_in_year: int
    claims: list[FoundClaim]
    name: str
    person_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        born_in_year = self.born_in_year

        claims = []
        for claims_item_data in self.claims:
            claims_item = claims_item_data.to_dict()
            claims.append(claims_item)

        name = self.name

        person_id = self.person_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bornInYear": born_in_year,
                "claims": claims,
                "name": name,
                "personId": person_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.found_claim import FoundClaim  # noqa: PLC0415

        d = dict(src_dict)
        born_in_year = d.pop("bornInYear")

        claims = []
        _claims = d.pop("claims")
        for claims_item_data in _claims:
            claims_item = FoundClaim.from_dict(claims_item_data)

            claims.append(claims_item)

        name = d.pop("name")

        person_id = d.pop("personId")

        found_person = cls(
            born_in_year=born_in_year,
            claims=claims,
            name=name,
            person_id=person_id,
        )

        found_person.additional_properties = d
        return found_person

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
