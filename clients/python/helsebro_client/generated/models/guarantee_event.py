from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="GuaranteeEvent")


@_attrs_define
class GuaranteeEvent:
    """The guarantee that was issued or revoked. Read it with `GET /v1/guarantees/{guaranteeId}`.

    Attributes:
        claim_id (str): The id of the claim.
        guarantee_id (str): The id of the guarantee.
    """

    claim_id: str
    guarantee_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        claim_id = self.claim_id

        guarantee_id = self.guarantee_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "claimId": claim_id,
                "guaranteeId": guarantee_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        claim_id = d.pop("claimId")

        guarantee_id = d.pop("guaranteeId")

        guarantee_event = cls(
            claim_id=claim_id,
            guarantee_id=guarantee_id,
        )

        guarantee_event.additional_properties = d
        return guarantee_event

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
