from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="GuaranteeIssued")


@_attrs_define
class GuaranteeIssued:
    """The guarantee that the clinic has from now on. Read it with `GET /v1/guarantees/{guaranteeId}`.

    Attributes:
        claim_id (str): The id of the claim.
        guarantee_id (str): The id of the guarantee.
        matched_at (datetime.datetime | Unset): When staff matched the client to the clinic. Absent when the guarantee
            was issued for the clinic.
    """

    claim_id: str
    guarantee_id: str
    matched_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        claim_id = self.claim_id

        guarantee_id = self.guarantee_id

        matched_at: str | Unset = UNSET
        if not isinstance(self.matched_at, Unset):
            matched_at = self.matched_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "claimId": claim_id,
                "guaranteeId": guarantee_id,
            }
        )
        if matched_at is not UNSET:
            field_dict["matchedAt"] = matched_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        claim_id = d.pop("claimId")

        guarantee_id = d.pop("guaranteeId")

        _matched_at = d.pop("matchedAt", UNSET)
        matched_at: datetime.datetime | Unset
        if isinstance(_matched_at, Unset):
            matched_at = UNSET
        else:
            matched_at = datetime.datetime.fromisoformat(_matched_at)

        guarantee_issued = cls(
            claim_id=claim_id,
            guarantee_id=guarantee_id,
            matched_at=matched_at,
        )

        guarantee_issued.additional_properties = d
        return guarantee_issued

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
