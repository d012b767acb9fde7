from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.held_mandate_powers_item import (
    HeldMandatePowersItem,
    check_held_mandate_powers_item,
)

T = TypeVar("T", bound="HeldMandate")


@_attrs_define
class HeldMandate:
    """A mandate that another person gave, for one case.

    Attributes:
        claim_id (str): The id of the claim.
        mandate_id (str): The id of the mandate.
        person_id (str): The id of the person who gave it.
        powers (list[HeldMandatePowersItem]): `contact`: to read the case and ask about it. `act`: also to upload, book
            and ask for more.
    """

    claim_id: str
    mandate_id: str
    person_id: str
    powers: list[HeldMandatePowersItem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        claim_id = self.claim_id

        mandate_id = self.mandate_id

        person_id = self.person_id

        powers = []
        for powers_item_data in self.powers:
            powers_item: str = powers_item_data
            powers.append(powers_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "claimId": claim_id,
                "mandateId": mandate_id,
                "personId": person_id,
                "powers": powers,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        claim_id = d.pop("claimId")

        mandate_id = d.pop("mandateId")

        person_id = d.pop("personId")

        powers = []
        _powers = d.pop("powers")
        for powers_item_data in _powers:
            powers_item = check_held_mandate_powers_item(powers_item_data)

            powers.append(powers_item)

        held_mandate = cls(
            claim_id=claim_id,
            mandate_id=mandate_id,
            person_id=person_id,
            powers=powers,
        )

        held_mandate.additional_properties = d
        return held_mandate

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
