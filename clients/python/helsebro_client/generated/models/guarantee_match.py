from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.match import Match


T = TypeVar("T", bound="GuaranteeMatch")


@_attrs_define
class GuaranteeMatch:
    """A guarantee that was just matched, or whose match was just declined.

    Attributes:
        guarantee_id (str): The id of the guarantee.
        match (Match): The clinic that staff chose, and whether it declined.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
    """

    guarantee_id: str
    match: Match
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        guarantee_id = self.guarantee_id

        match = self.match.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "guaranteeId": guarantee_id,
                "match": match,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.match import Match  # noqa: PLC0415

        d = dict(src_dict)
        guarantee_id = d.pop("guaranteeId")

        match = Match.from_dict(d.pop("match"))

        version = d.pop("version")

        guarantee_match = cls(
            guarantee_id=guarantee_id,
            match=match,
            version=version,
        )

        guarantee_match.additional_properties = d
        return guarantee_match

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
