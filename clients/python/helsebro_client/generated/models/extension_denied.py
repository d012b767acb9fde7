from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ExtensionDenied")


@_attrs_define
class ExtensionDenied:
    """The guarantee that stays as it is. `askedExtensions` of the guarantee holds what was asked for.

    Attributes:
        claim_id (str): The id of the claim.
        extension_id (str): The id of the extension.
        guarantee_id (str): The id of the guarantee.
    """

    claim_id: str
    extension_id: str
    guarantee_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        claim_id = self.claim_id

        extension_id = self.extension_id

        guarantee_id = self.guarantee_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "claimId": claim_id,
                "extensionId": extension_id,
                "guaranteeId": guarantee_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        claim_id = d.pop("claimId")

        extension_id = d.pop("extensionId")

        guarantee_id = d.pop("guaranteeId")

        extension_denied = cls(
            claim_id=claim_id,
            extension_id=extension_id,
            guarantee_id=guarantee_id,
        )

        extension_denied.additional_properties = d
        return extension_denied

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
