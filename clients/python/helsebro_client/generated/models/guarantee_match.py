from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.match import Match
    from ..models.match_warning import MatchWarning


T = TypeVar("T", bound="GuaranteeMatch")


@_attrs_define
class GuaranteeMatch:
    """A guarantee that was just matched, or whose match was just declined.

    Attributes:
        guarantee_id (str): The id of the guarantee.
        match (Match): The clinic that staff chose, and whether it declined.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        warnings (list[MatchWarning] | Unset): What keeps the clinic from contacting the client in time; empty when
            nothing does. Absent for a decline.
    """

    guarantee_id: str
    match: Match
    version: int
    warnings: list[MatchWarning] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        guarantee_id = self.guarantee_id

        match = self.match.to_dict()

        version = self.version

        warnings: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.warnings, Unset):
            warnings = []
            for warnings_item_data in self.warnings:
                warnings_item = warnings_item_data.to_dict()
                warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "guaranteeId": guarantee_id,
                "match": match,
                "version": version,
            }
        )
        if warnings is not UNSET:
            field_dict["warnings"] = warnings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.match import Match  # noqa: PLC0415
        from ..models.match_warning import MatchWarning  # noqa: PLC0415

        d = dict(src_dict)
        guarantee_id = d.pop("guaranteeId")

        match = Match.from_dict(d.pop("match"))

        version = d.pop("version")

        _warnings = d.pop("warnings", UNSET)
        warnings: list[MatchWarning] | Unset = UNSET
        if _warnings is not UNSET:
            warnings = []
            for warnings_item_data in _warnings:
                warnings_item = MatchWarning.from_dict(warnings_item_data)

                warnings.append(warnings_item)

        guarantee_match = cls(
            guarantee_id=guarantee_id,
            match=match,
            version=version,
            warnings=warnings,
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
